import { useState } from 'react';
import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { DuplicateGroup, PhotoId } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotoSummaries } from '../../shared/facet/usePhotoSummary.ts';
import { say } from '../../shared/language/say.ts';
import { fileSize } from '../../shared/model/format.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import { bestOf } from './bestOf.ts';
import styles from './duplicates.module.css';

interface DuplicateCardProps {
  readonly group: DuplicateGroup;
  readonly onDismiss: () => void;
  /** Removes these photos from the gallery. */
  readonly onRemove: (photos: readonly NumberedSummary[]) => void;
}

/** One picture in several copies: the best is marked to be kept, and another can be chosen. */
export function DuplicateCard({ group, onDismiss, onRemove }: DuplicateCardProps) {
  const { router } = useFacet();
  const photos = usePhotoSummaries(group.ids).filter((photo) => photo !== null && photo !== undefined);
  const [chosen, choose] = useState<PhotoId | null>(null);
  const kept = photos.find(({ id }) => id === chosen) ?? bestOf(photos);
  const others = photos.filter((photo) => photo !== kept);
  const title = group.kind === 'exact' ? say.duplicates.sameFile : say.duplicates.samePicture;
  return (
    <section className={styles.group} aria-label={title}>
      <div className={styles.groupHead}>
        <h2>{title}</h2>
        {group.kind === 'near' && (
          <div className={styles.groupActions}>
            <Button label={say.duplicates.notDuplicates} look="quiet" onClick={onDismiss} />
            <Button
              label={say.duplicates.keepOne(others.length)}
              disabled={others.length === 0}
              onClick={() => onRemove(others)}
            />
          </div>
        )}
      </div>
      <ul className={styles.photos}>
        {photos.map((photo) => (
          <li
            key={photo.id}
            className={styles.photo}
            {...(group.kind === 'near' && photo === kept ? { 'data-kept': '' } : {})}
          >
            <button type="button" className={styles.open} onClick={() => router.open({ kind: 'photo', id: photo.id })}>
              <Thumbnail id={photo.id} alt={photo.name} />
            </button>
            <b>{photo.name}</b>
            <span className={styles.facts}>
              <span>
                {photo.width} × {photo.height} · {fileSize(photo.size)}
              </span>{' '}
              <span>{say.day(photo.takenAt)}</span>
            </span>
            {group.kind === 'near' && (
              <label className={styles.keep}>
                <input
                  type="radio"
                  name={`keep ${group.ids.join()}`}
                  checked={photo === kept}
                  onChange={() => choose(photo.id)}
                />
                {photo === kept ? say.duplicates.keepThis : say.duplicates.keepThisInstead}
              </label>
            )}
          </li>
        ))}
        {group.kind === 'exact' && (
          <li className={styles.paths}>
            <p>{say.duplicates.inPlaces(group.paths.length)}</p>
            {group.paths.map((path) => (
              <p key={path}>{path}</p>
            ))}
          </li>
        )}
      </ul>
    </section>
  );
}
