import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { usePhotoSummaries } from '../../shared/facet/usePhotoSummary.ts';
import { say } from '../../shared/language/say.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import styles from './Teach.module.css';

interface SaidPhotosProps {
  readonly title: string;
  readonly ids: readonly PhotoId[];
  /** Said where there are none; without it nothing is shown then. */
  readonly empty?: string;
  readonly onTakeOut: (id: PhotoId) => void;
}

/** The photos that a person said something of, each to be taken out again. Photos that are gone stay in what was learned, unseen. */
export function SaidPhotos({ title, ids, empty, onTakeOut }: SaidPhotosProps) {
  const summaries = usePhotoSummaries(ids);
  if (ids.length === 0 && empty === undefined) return null;
  return (
    <section className={styles.part} aria-label={title}>
      <h3>
        {title} <span className={styles.count}>{ids.length}</span>
      </h3>
      {ids.length === 0 && <p className={styles.note}>{empty}</p>}
      <ul className={styles.strip}>
        {ids.map((id, n) => {
          const photo = summaries[n];
          if (!photo) return null;
          return (
            <li key={id} className={styles.said}>
              <Thumbnail id={id} alt={photo.name} />
              <Button
                label={say.teach.takeOut(photo.name)}
                icon="close"
                shape="icon"
                look="quiet"
                onClick={() => onTakeOut(id)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
