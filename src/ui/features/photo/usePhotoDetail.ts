import { useEffect, useState } from 'react';
import type { PhotoDetail, PhotoId } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { sentenceOf } from '../../shared/model/errorSentence.ts';

export type DetailState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly detail: PhotoDetail }
  | { readonly phase: 'failed'; readonly message: string };

const LOADING: DetailState = { phase: 'loading' };

/** Boxes, probabilities and codes of one photo. */
export function usePhotoDetail(id: PhotoId): DetailState {
  const { pipeline } = useFacet();
  // It is another one when a person has taught something.
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const [state, setState] = useState<{ readonly id: PhotoId; readonly detail: DetailState }>({ id, detail: LOADING });
  // biome-ignore lint/correctness/useExhaustiveDependencies(categories): see above
  useEffect(() => {
    let wanted = true;
    const settle = (detail: DetailState) => {
      if (wanted) setState({ id, detail });
    };
    pipeline.photo(id).then(
      (detail) => settle({ phase: 'ready', detail }),
      (error: unknown) => settle({ phase: 'failed', message: sentenceOf(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [pipeline, id, categories]);
  // Still the state of the photo before: the answer is on its way.
  return state.id === id ? state.detail : LOADING;
}
