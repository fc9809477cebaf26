import { useEffect, useState } from 'react';
import type { PhotoId, PhotoPicture } from '../../pipeline/pipeline.ts';
import { useFacet, useSnapshot } from '../state/facet.tsx';

/** The picture of an opened photo. Until it is decoded, and where there is none, the thumbnail is what there is to see. */
export type FullPicture =
  | { readonly phase: 'looking' }
  | { readonly phase: 'decoded'; readonly source: PhotoPicture['source']; readonly url: string }
  | { readonly phase: 'gone' };

const LOOKING: FullPicture = { phase: 'looking' };

/** The best picture at hand, looked for again when files have come: one of them may be the photo's. */
export function useFullPicture(id: PhotoId): FullPicture {
  const { pipeline } = useFacet();
  const idle = useSnapshot().indexing === null;
  const [state, setState] = useState(LOOKING);
  useEffect(() => {
    if (!idle) return undefined;
    let wanted = true;
    let url: string | null = null;
    const look = async (): Promise<FullPicture> => {
      const { picture, source } = await pipeline.picture(id);
      if (!wanted) return LOOKING;
      url = URL.createObjectURL(picture);
      const image = new Image();
      image.src = url;
      await image.decode();
      return { phase: 'decoded', source, url };
    };
    look().then(
      (found) => {
        if (wanted) setState(found);
      },
      () => {
        if (wanted) setState({ phase: 'gone' });
      },
    );
    return () => {
      wanted = false;
      if (url !== null) URL.revokeObjectURL(url);
      setState(LOOKING);
    };
  }, [pipeline, id, idle]);
  return state;
}
