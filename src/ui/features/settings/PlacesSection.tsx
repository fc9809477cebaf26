import { startTransition, useOptimistic } from 'react';
import { Switch } from '../../shared/controls/Switch.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import styles from './settings.module.css';

/** Whether it is kept where photos were taken: off until a person wishes it. */
export function PlacesSection() {
  const { pipeline, notices } = useFacet();
  const keepsPlaces = useSnapshot((snapshot) => snapshot.keepsPlaces);
  // The switch moves at once, and goes back by itself if the setting is not saved.
  const [shownAsKept, showAsKept] = useOptimistic(keepsPlaces);
  return (
    <div className={styles.part}>
      <h4>{say.storage.places}</h4>
      <p>{say.storage.placesText}</p>
      <Switch
        label={say.storage.keepPlaces}
        checked={shownAsKept}
        onChange={(keep) =>
          startTransition(async () => {
            showAsKept(keep);
            await pipeline.keepPlaces(keep).catch((error: unknown) => notices.failed(say.settings.notSaved, error));
          })
        }
      />
    </div>
  );
}
