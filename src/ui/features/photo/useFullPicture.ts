import { useEffect, useState } from 'react';
import type { PhotoId, PhotoPicture } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot, useStore } from '../../shared/facet/useSnapshot.ts';

/** The picture of an opened photo. The thumbnail stands in until it is decoded, and where there is none. */
export type FullPicture =
  | { readonly phase: 'looking' }
  | { readonly phase: 'decoded'; readonly source: PhotoPicture['source']; readonly url: string }
  /** There is no better one, or this browser cannot display it. */
  | { readonly phase: 'thumbnail' }
  | { readonly phase: 'gone' };

const LOOKING: FullPicture = { phase: 'looking' };

/** The best picture there is, looked for again when a run of indexing begins or ends, and when a folder may be read again. */
export function useFullPicture(id: PhotoId): FullPicture {
  const { pipeline, folders } = useFacet();
  const asking = useStore(folders.asking);
  const idle = useSnapshot((snapshot) => snapshot.indexing === null);
  const [state, setState] = useState({ id, full: LOOKING });
  // biome-ignore lint/correctness/useExhaustiveDependencies(idle): a file that came or went with the run may be the photo's
  // biome-ignore lint/correctness/useExhaustiveDependencies(asking): a file of a folder that may be read by now may be the photo's
  useEffect(() => {
    let wanted = true;
    let url: string | null = null;
    const look = async (): Promise<FullPicture> => {
      const { picture, source } = await pipeline.picture(id);
      if (!wanted) return LOOKING;
      // It is on the screen already.
      if (source === 'thumbnail') return { phase: 'thumbnail' };
      url = URL.createObjectURL(picture);
      const image = new Image();
      image.src = url;
      return image.decode().then(
        () => ({ phase: 'decoded', source, url: image.src }),
        () => ({ phase: 'thumbnail' }),
      );
    };
    look().then(
      (found) => {
        if (wanted) setState({ id, full: found });
      },
      () => {
        if (wanted) setState({ id, full: { phase: 'gone' } });
      },
    );
    return () => {
      wanted = false;
      // What is decoded stays on the screen until the next picture is.
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [pipeline, id, idle, asking]);
  // Still the state of the photo before: the answer is on its way.
  return state.id === id ? state.full : LOOKING;
}
