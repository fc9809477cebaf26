import { useCallback, useEffect, useState } from 'react';
import type { CombinedHit } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import type { CombineChip } from '../../shared/route/combineChip.ts';
import { chipOf } from '../../shared/state/combineTray.ts';

export type CombinedState =
  | { readonly phase: 'empty' }
  | { readonly phase: 'searching' }
  /** `among`: how many photos the gallery had when it was asked. */
  | { readonly phase: 'answered'; readonly hits: readonly CombinedHit[]; readonly among: number }
  | { readonly phase: 'failed'; readonly message: string };

/**
 * The answer to the chips, asked for anew when they change. Photos that are added meanwhile do not start the search over,
 * or it would never be answered while a folder is being indexed; `again` takes them in.
 */
export function useCombined(chips: readonly CombineChip[]): {
  readonly state: CombinedState;
  readonly again: () => void;
} {
  const { pipeline, session } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const [state, setState] = useState<CombinedState>({ phase: 'empty' });

  const ask = useCallback(() => {
    const running = new AbortController();
    const settle = (next: CombinedState) => {
      if (!running.signal.aborted) setState(next);
    };
    const search = async (): Promise<CombinedState> => {
      if (chips.length === 0) return { phase: 'empty' };
      const among = pipeline.getSnapshot().photos.length;
      // The pipeline's own names, once there are any.
      const known = categories.length === 0 ? [] : pipeline.getSnapshot().categories;
      const asked = chips.map((chip) => chipOf(chip, known, (of) => session.photoQuery(of)));
      return { phase: 'answered', hits: await pipeline.searchCombined(asked, { signal: running.signal }), among };
    };
    // The last answer stays in sight while the next one is found.
    setState((before) => (before.phase === 'answered' ? before : { phase: 'searching' }));
    search().then(settle, (error: unknown) => settle({ phase: 'failed', message: sentenceOf(error) }));
    return running;
  }, [pipeline, session, categories, chips]);

  useEffect(() => {
    const running = ask();
    return () => running.abort();
  }, [ask]);
  return { state, again: ask };
}
