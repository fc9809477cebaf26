import { startTransition, useEffect, useOptimistic, useState } from 'react';
import { PREVIEW_SIDE, THUMBNAIL_SIDE } from '../../../pipeline/api/pictureSides.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Switch } from '../../shared/controls/Switch.tsx';
import { counted, fileSize } from '../../shared/model/format.ts';
import { useFacet, useSnapshot } from '../../shared/state/facet.tsx';
import styles from './settings.module.css';

/** Bytes of a picture of 1,600 × 1,200 px as it is stored: WebP at quality 0.82, of a usual photo. */
const USUAL_BYTES = 250_000;

/** Larger pictures, for photos whose files the page no longer holds; what they take, and how to be rid of them. */
export function PreviewsSection() {
  const { pipeline, notices } = useFacet();
  const { photos, keepsPreviews } = useSnapshot();
  // The switch answers the press at once; should the setting not be saved, it goes back by itself.
  const [shownAsKept, showAsKept] = useOptimistic(keepsPreviews);
  const [kept, setKept] = useState<{ readonly count: number; readonly bytes: number } | null>(null);
  const [asked, askAgain] = useState(0);
  useEffect(() => {
    let wanted = true;
    pipeline.previews().then(
      (previews) => {
        if (wanted) setKept(previews);
      },
      (error: unknown) => notices.error('The larger pictures could not be counted', error),
    );
    return () => {
      wanted = false;
    };
  }, [pipeline, notices, photos.length, asked]);
  const each = kept !== null && kept.count > 0 ? kept.bytes / kept.count : USUAL_BYTES;
  return (
    <div className={styles.part}>
      <h4>Larger pictures</h4>
      <p>
        After a reload the page cannot reach your files any more, and an opened photo shows its thumbnail of{' '}
        {THUMBNAIL_SIDE} px. A larger picture of {PREVIEW_SIDE.toLocaleString('en')} px takes about {fileSize(each)} a
        photo, {fileSize(each * 1000)} for a thousand, and is kept of photos added from then on.
      </p>
      <Switch
        label="Keep larger pictures"
        checked={shownAsKept}
        onChange={(keep) =>
          startTransition(async () => {
            showAsKept(keep);
            await pipeline
              .keepPreviews(keep)
              .catch((error: unknown) => notices.error('The setting was not saved', error));
          })
        }
      />
      {kept !== null && kept.count > 0 && (
        <div className={styles.row}>
          <span className={styles.count}>
            {counted(kept.count, 'larger picture')}, {fileSize(kept.bytes)}
          </span>
          <Button
            label="Remove larger pictures"
            look="danger"
            onClick={() => {
              pipeline.removePreviews().then(
                () => askAgain(asked + 1),
                (error: unknown) => notices.error('The larger pictures could not be removed', error),
              );
            }}
          />
        </div>
      )}
    </div>
  );
}
