import { useState } from 'react';
import type { Found } from '../../../pipeline/api/found.ts';
import type { FoundState } from '../../shared/found/foundPhotos.ts';

interface Shown {
  readonly place: string;
  readonly found: Found;
}

export interface CalmFound {
  /** What is shown: of another place until the answer of this one is there, null before the first answer. */
  readonly shown: Shown | null;
  /** How many photos have come since, which are shown once a person wants them. */
  readonly newer: number;
  readonly takeNewer: () => void;
}

/**
 * Holds back what comes while photos are being added and a person looks at some of them, since the order would jump. At the top of the
 * list, and for all that the person did, nothing is held back.
 * @param adding whether photos are being added
 * @param away whether the list is scrolled away from its top
 */
export function useCalmFound(state: FoundState, place: string, adding: boolean, away: boolean): CalmFound {
  const [shown, show] = useState<Shown | null>(null);
  const latest = state.phase === 'found' ? state.found : null;
  const more = latest === null || shown === null ? 0 : latest.numbers.length - shown.found.numbers.length;
  const held = shown !== null && shown.place === place && adding && away && more >= 0;
  if (latest !== null && !held && (shown?.found !== latest || shown.place !== place)) show({ place, found: latest });
  return {
    shown,
    newer: held ? more : 0,
    takeNewer: () => {
      if (latest !== null) show({ place, found: latest });
    },
  };
}
