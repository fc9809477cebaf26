import { startTransition, useEffect, useOptimistic, useState } from 'react';
import { PREVIEW_SIDE, THUMBNAIL_SIDE } from '../../../pipeline/api/pictureSides.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Switch } from '../../shared/controls/Switch.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { fileSize } from '../../shared/model/format.ts';
import styles from './settings.module.css';

/** Bytes of a picture of 1,600 × 1,200 px as it is stored: WebP at quality 0.82, of a typical photo. */
const USUAL_BYTES = 250_000;

/** Larger pictures for photos whose files the page can no longer read: the space they take, and how to remove them. */
export function PreviewsSection() {
  const { pipeline, notices } = useFacet();
  const photoCount = useSnapshot((snapshot) => snapshot.gallery.total);
  const keepsPreviews = useSnapshot((snapshot) => snapshot.keepsPreviews);
  // The switch moves at once, and goes back by itself if the setting is not saved.
  const [shownAsKept, showAsKept] = useOptimistic(keepsPreviews);
  const [kept, setKept] = useState<{ readonly count: number; readonly bytes: number } | null>(null);
  const [asked, askAgain] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies(photoCount): what is counted changes with the photos
  // biome-ignore lint/correctness/useExhaustiveDependencies(asked): and with a removal
  useEffect(() => {
    let wanted = true;
    pipeline.previews().then(
      (previews) => {
        if (wanted) setKept(previews);
      },
      (error: unknown) => notices.failed(say.storage.largerNotCounted, error),
    );
    return () => {
      wanted = false;
    };
  }, [pipeline, notices, photoCount, asked]);
  const each = kept !== null && kept.count > 0 ? kept.bytes / kept.count : USUAL_BYTES;
  return (
    <div className={styles.part}>
      <h4>{say.storage.larger}</h4>
      <p>{say.storage.largerText(THUMBNAIL_SIDE, PREVIEW_SIDE, fileSize(each), fileSize(each * 1000))}</p>
      <Switch
        label={say.storage.keepLarger}
        checked={shownAsKept}
        onChange={(keep) =>
          startTransition(async () => {
            showAsKept(keep);
            await pipeline.keepPreviews(keep).catch((error: unknown) => notices.failed(say.settings.notSaved, error));
          })
        }
      />
      {kept !== null && kept.count > 0 && (
        <div className={styles.row}>
          <span className={styles.count}>{say.storage.largerKept(kept.count, fileSize(kept.bytes))}</span>
          <Button
            label={say.storage.removeLarger}
            look="danger"
            onClick={() => {
              pipeline.removePreviews().then(
                () => askAgain(asked + 1),
                (error: unknown) => notices.failed(say.storage.largerNotRemoved, error),
              );
            }}
          />
        </div>
      )}
    </div>
  );
}
