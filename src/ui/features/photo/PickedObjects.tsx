import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { severalRoute } from './objectSearch.ts';
import styles from './Panel.module.css';
import type { PickedObject } from './pickedObjects.ts';

interface PickedObjectsProps {
  readonly of: PhotoId;
  readonly picked: readonly PickedObject[];
  readonly onPicked: (picked: readonly PickedObject[]) => void;
}

/** Several objects of one photo, put together to search for photos that hold all of them. */
export function PickedObjects({ of, picked, onPicked }: PickedObjectsProps) {
  const { router } = useFacet();
  return (
    <section className={styles.card} aria-label={say.object.several}>
      <ul className={styles.picked}>
        {picked.map((object, at) => (
          <li key={`${object.name} ${object.region.x0} ${object.region.y0}`}>
            <b>{at + 1}</b> {say.category(object.name)}
            <Button
              label={say.object.leaveOut(object.name)}
              icon="close"
              look="quiet"
              shape="icon"
              onClick={() => onPicked(picked.filter((one) => one !== object))}
            />
          </li>
        ))}
      </ul>
      {picked.length === 1 ? (
        <p className={styles.note}>{say.object.addAnother}</p>
      ) : (
        <Button
          label={say.object.byThese(picked.length)}
          icon="search"
          look="primary"
          shape="wide"
          onClick={() => router.go(severalRoute(of, picked))}
        />
      )}
    </section>
  );
}
