import { useCallback, useEffect, useRef, useState } from 'react';
import type { DuplicateGroup } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { sentenceOf } from '../../shared/model/errorSentence.ts';

export type DuplicatesState =
  | { readonly phase: 'looking' }
  | { readonly phase: 'found'; readonly groups: readonly DuplicateGroup[] }
  | { readonly phase: 'failed'; readonly message: string };

/** While photos are added the gallery changes some times a second: it is compared at most once in so long. */
const LEAST_PAUSE_MS = 500;

/** The groups of duplicates, kept up to date; what was found stays in sight until the next is. */
export function useDuplicates(): {
  readonly state: DuplicatesState;
  /** Remembers that the photos of a group are different ones. */
  readonly dismiss: (group: DuplicateGroup) => void;
} {
  const { pipeline, notices } = useFacet();
  const { revision, total } = useSnapshot((snapshot) => snapshot.gallery);
  const [state, setState] = useState<DuplicatesState>({ phase: 'looking' });
  const [asked, askAgain] = useState(0);
  const next = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies(revision): what is the same changes with the photos
  // biome-ignore lint/correctness/useExhaustiveDependencies(asked): and with a person's word
  useEffect(() => {
    if (total === 0) return;
    let wanted = true;
    const look = () => {
      const began = performance.now();
      pipeline.duplicates().then(
        (groups) => {
          next.current = performance.now() + Math.max(LEAST_PAUSE_MS, 2 * (performance.now() - began));
          if (wanted) setState({ phase: 'found', groups });
        },
        (error: unknown) => {
          if (wanted) setState({ phase: 'failed', message: sentenceOf(error) });
        },
      );
    };
    const timer = setTimeout(look, Math.max(0, next.current - performance.now()));
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [pipeline, revision, total, asked]);

  const dismiss = useCallback(
    (group: DuplicateGroup) => {
      next.current = 0;
      pipeline.dismissDuplicates(group.ids).then(
        () => askAgain((before) => before + 1),
        (error: unknown) => notices.failed(say.duplicates.notRemembered, error),
      );
    },
    [pipeline, notices],
  );
  return { state, dismiss };
}
