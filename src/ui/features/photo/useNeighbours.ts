import { useMemo } from 'react';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useFound } from '../../shared/facet/useFound.ts';
import { usePhotoSummaries, usePhotoSummary } from '../../shared/facet/usePhotoSummary.ts';
import { useRoute, useStore } from '../../shared/facet/useSnapshot.ts';
import { answerGroups, overallList } from '../../shared/model/answerLists.ts';
import { ASK_ALL } from '../../shared/route/ask.ts';
import { type Overlay, TOGETHER } from '../../shared/route/route.ts';

interface Neighbours {
  readonly previous: PhotoId | null;
  readonly next: PhotoId | null;
  /** Place in the list, counted from 0. */
  readonly place: number;
  readonly total: number;
  /** All of the list, by number. */
  readonly photos: Uint32Array;
}

const NO_PHOTOS = new Uint32Array();

/** The photos before and after an opened one, in the list that it was opened from: a gallery that was asked, or an answer. */
export function useNeighbours(overlay: Extract<Overlay, { kind: 'photo' | 'match' }>): Neighbours {
  const photos = useOpenedList(overlay);
  const number = usePhotoSummary(overlay.id)?.number;
  const place = useMemo(() => (number === undefined ? -1 : photos.indexOf(number)), [photos, number]);
  const beside = useMemo(
    () => (place < 0 ? NO_PHOTOS : photos.slice(Math.max(0, place - 1), place + 2)),
    [photos, place],
  );
  const summaries = usePhotoSummaries(beside);
  return {
    previous: place > 0 ? (summaries[0]?.id ?? null) : null,
    next: place >= 0 ? (summaries[place > 0 ? 2 : 1]?.id ?? null) : null,
    place: Math.max(0, place),
    total: photos.length,
    photos,
  };
}

function useOpenedList(overlay: Extract<Overlay, { kind: 'photo' | 'match' }>): Uint32Array {
  const { session } = useFacet();
  const base = useRoute((route) => route.base);
  const search = useStore(session.state);
  const category = overlay.kind === 'match' ? overlay.category : null;
  const ofAnswer = overlay.kind === 'match' && base.view === 'search';
  const found = useFound(ofAnswer ? null : base.view === 'gallery' ? base.ask : ASK_ALL);
  const hits = useMemo(() => {
    if (!ofAnswer || search.phase !== 'answered') return NO_PHOTOS;
    const groups = answerGroups(search.answer, base.within, TOGETHER);
    const group = category === null ? undefined : groups.find(({ name }) => name === category);
    return (group ?? overallList(search.answer, base.within)).numbers;
  }, [ofAnswer, base, category, search]);
  if (ofAnswer) return hits;
  return found.phase === 'found' ? found.found.numbers : NO_PHOTOS;
}
