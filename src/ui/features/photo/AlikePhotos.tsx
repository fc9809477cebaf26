import { useMemo } from 'react';
import type { Region } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotoSummaries } from '../../shared/facet/usePhotoSummary.ts';
import { say } from '../../shared/language/say.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import styles from './AlikePhotos.module.css';
import panel from './Panel.module.css';
import { ALIKE_SHOWN, type AlikeState } from './useAlike.ts';

const NOBODY = new Uint32Array(0);

interface AlikePhotosProps {
  readonly alike: AlikeState;
  readonly region: Region;
}

/** The first photos with something like what is in the box; they follow the box as it moves. */
export function AlikePhotos({ alike, region }: AlikePhotosProps) {
  const { router } = useFacet();
  const hits = alike.phase === 'answered' ? (alike.answer.rows[0]?.hits ?? alike.answer.similar).numbers : NOBODY;
  const first = useMemo(() => hits.slice(0, ALIKE_SHOWN), [hits]);
  const photos = usePhotoSummaries(first);
  if (alike.phase === 'failed')
    return (
      <p className={panel.note} role="alert">
        {alike.message}
      </p>
    );
  const known = photos.every((photo) => photo !== undefined);
  const current = known && answersFor(alike, region);
  return (
    <ul className={styles.alike} aria-label={say.object.alike} aria-busy={!current}>
      {alike.phase === 'looking' &&
        Array.from({ length: ALIKE_SHOWN }, (_, at) => at).map((at) => <li key={at} className={styles.empty} />)}
      {photos.map(
        (photo, at) =>
          photo !== null &&
          photo !== undefined && (
            <li key={first[at]}>
              <button
                type="button"
                className={styles.tile}
                aria-label={photo.name}
                onClick={() => router.open({ kind: 'photo', id: photo.id })}
              >
                <Thumbnail id={photo.id} alt="" className={styles.picture} />
              </button>
            </li>
          ),
      )}
    </ul>
  );
}

/** Whether the answer is of this region, and not of the one before. */
export function answersFor(alike: AlikeState, { x0, y0, x1, y1 }: Region): boolean {
  if (alike.phase !== 'answered') return false;
  const { region } = alike;
  return region.x0 === x0 && region.y0 === y0 && region.x1 === x1 && region.y1 === y1;
}
