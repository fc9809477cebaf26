import { useEffect, useState } from 'react';
import type { PhotoId, PhotoPicture } from '../../../pipeline/api/pipeline.ts';
import { useFacet, useSnapshot } from '../../shared/state/facet.tsx';

/** The picture of an opened photo. Until it is decoded, and where there is none, the thumbnail is what there is to see. */
export type FullPicture =
  | { readonly phase: 'looking' }
  | { readonly phase: 'decoded'; readonly source: PhotoPicture['source']; readonly url: string }
  /** There is a better one, but this browser cannot show it. */
  | { readonly phase: 'thumbnail' }
  | { readonly phase: 'gone' };

const LOOKING: FullPicture = { phase: 'looking' };

/** The best picture at hand, looked for again when indexing begins or ends: a file that came may be the photo's. */
export function useFullPicture(id: PhotoId): FullPicture {
  const { pipeline } = useFacet();
  const idle = useSnapshot().indexing === null;
  const [state, setState] = useState({ id, full: LOOKING });
  useEffect(() => {
    let wanted = true;
    let url: string | null = null;
    const look = async (): Promise<FullPicture> => {
      const { picture, source } = await pipeline.picture(id);
      if (!wanted) return LOOKING;
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
      // What is decoded stays on the screen until the next one is.
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [pipeline, id, idle]);
  // Of another photo than asked for: the answer is on its way.
  return state.id === id ? state.full : LOOKING;
}
