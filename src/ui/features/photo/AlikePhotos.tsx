import { useMemo } from 'react';
import type { PhotoId, Region } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotoSummaries } from '../../shared/facet/usePhotoSummary.ts';
import { say } from '../../shared/language/say.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import styles from './AlikePhotos.module.css';
import panel from './Panel.module.css';
import { useAlike } from './useAlike.ts';

const SHOWN = 6;
const NOBODY = new Uint32Array(0);

interface AlikePhotosProps {
  readonly id: PhotoId;
  readonly region: Region;
}

/** The first photos with something like what is in the box; they follow the box as it moves. */
export function AlikePhotos({ id, region }: AlikePhotosProps) {
  const { router } = useFacet();
  const state = useAlike(id, region);
  const hits = state.phase === 'answered' ? (state.answer.rows[0]?.hits ?? state.answer.similar).numbers : NOBODY;
  const first = useMemo(() => hits.slice(0, SHOWN), [hits]);
  const photos = usePhotoSummaries(first);
  if (state.phase === 'failed')
    return (
      <p className={panel.note} role="alert">
        {state.message}
      </p>
    );
  const known = photos.every((photo) => photo !== undefined);
  const current = known && state.phase === 'answered' && sameRegion(state.region, region);
  return (
    <ul className={styles.alike} aria-label={say.object.alike} aria-busy={!current}>
      {state.phase === 'looking' &&
        Array.from({ length: SHOWN }, (_, at) => at).map((at) => <li key={at} className={styles.empty} />)}
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

function sameRegion(a: Region, b: Region): boolean {
  return a.x0 === b.x0 && a.y0 === b.y0 && a.x1 === b.x1 && a.y1 === b.y1;
}
