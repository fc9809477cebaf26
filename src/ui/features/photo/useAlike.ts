import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LikeAnswer } from '../../../pipeline/api/hits.ts';
import type { PhotoId, Region } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import { LatestOnly } from '../../shared/model/latestOnly.ts';
import type { Focus } from '../../shared/regions/focus.ts';

/** So many photos are shown; the rest of the answer would be computed for nobody. */
export const ALIKE_SHOWN = 6;

export type AlikeState =
  | { readonly phase: 'looking' }
  /** `region` may be the one before: the newest is being looked at then. */
  | { readonly phase: 'answered'; readonly answer: LikeAnswer; readonly region: Region }
  | { readonly phase: 'failed'; readonly message: string };

const LOOKING: AlikeState = { phase: 'looking' };
const NOWHERE: Region = { x0: 0, y0: 0, x1: 0, y1: 0 };

/**
 * What is in the chosen object and the first photos with something like it. The answer before stays until the next is there, so that it
 * follows a moving box. One question at a time: a second one would find the worker with the photo's feature maps busy, and another would
 * make them again.
 * @param kind of what is chosen: an answer about a proposal says nothing of a box @param region null asks nothing
 */
export function useAlike(id: PhotoId, kind: Focus['kind'], region: Region | null): AlikeState {
  const { pipeline } = useFacet();
  const latest = useRef(new LatestOnly());
  const chosen = useRef({});
  const [state, setState] = useState<AlikeState>(LOOKING);
  const asks = region !== null;
  const { x0, y0, x1, y1 } = region ?? NOWHERE;

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever one of them changes, something else has been chosen
  useLayoutEffect(() => {
    chosen.current = {};
    setState(LOOKING);
  }, [id, kind, asks]);

  useEffect(() => {
    if (!asks) return undefined;
    const { current: queue } = latest;
    const of = chosen.current;
    const settle = (next: AlikeState) => {
      if (chosen.current === of) setState(next);
    };
    queue.run(async () => {
      try {
        const asked: Region = { x0, y0, x1, y1 };
        const query = { kind: 'region', of: { kind: 'photo', id }, region: asked } as const;
        const answer = await pipeline.searchLike(query, null, { first: ALIKE_SHOWN });
        settle({ phase: 'answered', answer, region: asked });
      } catch (error) {
        settle({ phase: 'failed', message: sentenceOf(error) });
      }
    });
    return () => queue.clear();
  }, [pipeline, id, asks, x0, y0, x1, y1]);
  return state;
}
