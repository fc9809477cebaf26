import { useEffect, useState } from 'react';
import type { PhotoId, SuperpixelMap } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { sentenceOf } from '../../shared/model/errorSentence.ts';

export type SuperpixelState =
  | { readonly phase: 'off' }
  | { readonly phase: 'finding' }
  | { readonly phase: 'ready'; readonly map: SuperpixelMap }
  | { readonly phase: 'failed'; readonly message: string };

const OFF: SuperpixelState = { phase: 'off' };
const FINDING: SuperpixelState = { phase: 'finding' };

/** The superpixels of a photo while they are wanted; switching them off or leaving the photo stops the work. */
export function useSuperpixels(id: PhotoId, wanted: boolean): SuperpixelState {
  const { pipeline } = useFacet();
  const [state, setState] = useState<SuperpixelState>(FINDING);
  useEffect(() => {
    if (!wanted) return undefined;
    const running = new AbortController();
    const settle = (next: SuperpixelState) => {
      if (!running.signal.aborted) setState(next);
    };
    pipeline.superpixels(id, { signal: running.signal }).then(
      (map) => settle({ phase: 'ready', map }),
      (error: unknown) => settle({ phase: 'failed', message: sentenceOf(error) }),
    );
    return () => {
      running.abort();
      setState(FINDING);
    };
  }, [pipeline, id, wanted]);
  return wanted ? state : OFF;
}
