import { useEffect, useState } from 'react';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import { MapModel } from './mapModel.ts';

type MapState =
  | { readonly phase: 'drawing' }
  | { readonly phase: 'drawn'; readonly model: MapModel }
  | { readonly phase: 'failed'; readonly message: string };

/** The map of the gallery; it is drawn anew when a person wishes it, not whenever a photo comes. */
export function useCollectionMap() {
  const { pipeline } = useFacet();
  const total = useSnapshot((snapshot) => snapshot.gallery.total);
  const [state, setState] = useState<MapState>({ phase: 'drawing' });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies(round): it says that the map is wanted once more
  useEffect(() => {
    const asking = new AbortController();
    pipeline.collectionMap({ signal: asking.signal }).then(
      (map) => setState({ phase: 'drawn', model: new MapModel(map) }),
      (error: unknown) => {
        if (!asking.signal.aborted) setState({ phase: 'failed', message: sentenceOf(error) });
      },
    );
    return () => asking.abort();
  }, [pipeline, round]);
  const mapped = state.phase === 'drawn' ? state.model.photos + state.model.map.leftOut : total;
  return { state, changed: total !== mapped, again: () => setRound(round + 1) };
}
