import { useCallback, useEffect, useState } from 'react';
import type { DuplicateGroup } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { sentenceOf } from '../../shared/model/errorSentence.ts';

export type DuplicatesState =
  | { readonly phase: 'looking' }
  | { readonly phase: 'found'; readonly groups: readonly DuplicateGroup[] }
  | { readonly phase: 'failed'; readonly message: string };

/** The groups of duplicates, looked for again whenever the gallery changes. */
export function useDuplicates(): {
  readonly state: DuplicatesState;
  /** Remembers that the photos of a group are different ones. */
  readonly dismiss: (group: DuplicateGroup) => void;
} {
  const { pipeline, notices } = useFacet();
  const photos = useSnapshot((snapshot) => snapshot.photos);
  const [state, setState] = useState<DuplicatesState>({ phase: 'looking' });

  const look = useCallback(() => {
    pipeline.duplicates().then(
      (groups) => setState({ phase: 'found', groups }),
      (error: unknown) => setState({ phase: 'failed', message: sentenceOf(error) }),
    );
  }, [pipeline]);
  useEffect(() => {
    if (photos.length > 0) look();
  }, [look, photos]);

  const dismiss = (group: DuplicateGroup) => {
    pipeline
      .dismissDuplicates(group.ids)
      .then(look, (error: unknown) => notices.failed('Your answer was not remembered', error));
  };
  return { state, dismiss };
}
