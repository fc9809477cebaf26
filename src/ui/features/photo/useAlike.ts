import { useEffect, useRef, useState } from 'react';
import type { LikeAnswer } from '../../../pipeline/api/hits.ts';
import type { PhotoId, Region } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import { LatestOnly } from '../../shared/model/latestOnly.ts';

export type AlikeState =
  | { readonly phase: 'looking' }
  | { readonly phase: 'answered'; readonly answer: LikeAnswer; readonly region: Region }
  | { readonly phase: 'failed'; readonly message: string };

/** Photos with something like what is in a region; the answer before stays until the next is there, so that it follows a moving box. */
export function useAlike(id: PhotoId, region: Region): AlikeState {
  const { pipeline } = useFacet();
  const latest = useRef(new LatestOnly());
  const [state, setState] = useState<AlikeState>({ phase: 'looking' });
  const { x0, y0, x1, y1 } = region;
  useEffect(() => {
    const { current: queue } = latest;
    queue.run(async () => {
      try {
        const asked: Region = { x0, y0, x1, y1 };
        const query = { kind: 'region', of: { kind: 'photo', id }, region: asked } as const;
        setState({ phase: 'answered', answer: await pipeline.searchLike(query), region: asked });
      } catch (error) {
        setState({ phase: 'failed', message: sentenceOf(error) });
      }
    });
    return () => queue.clear();
  }, [pipeline, id, x0, y0, x1, y1]);
  return state;
}
