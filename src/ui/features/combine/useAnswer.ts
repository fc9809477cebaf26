import { useState } from 'react';
import { useFound } from '../../shared/facet/useFound.ts';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import type { FoundState } from '../../shared/found/foundPhotos.ts';
import { type Ask, hasBoundChip } from '../../shared/route/ask.ts';

interface HeldAnswer {
  readonly ask: Ask;
  readonly answer: Extract<FoundState, { phase: 'found' }>;
  /** How many photos the gallery had. */
  readonly among: number;
}

/**
 * What was found for the chips. An answer that is ordered by likeness to an object keeps its order while photos are added, and offers to take
 * them in: they would push away what somebody is looking at. The last answer stays in sight while the next one is found.
 */
export function useAnswer(ask: Ask): {
  readonly answer: FoundState;
  /** How many photos were added since; negative when some were removed. */
  readonly newer: number;
  readonly adopt: () => void;
} {
  const live = useFound(ask);
  const { total, revision } = useSnapshot((snapshot) => snapshot.gallery);
  const [held, setHeld] = useState<HeldAnswer | null>(null);
  const [adopting, setAdopting] = useState(false);
  const stays = hasBoundChip(ask);
  const current = held !== null && held.ask === ask;

  // While rendering, so that no frame is painted in between.
  if (live.phase === 'found' && (!current || (held.answer !== live && (!stays || adopting)))) {
    setHeld({ ask, answer: live, among: total });
    setAdopting(false);
  }

  // The totals may be told a moment after the answer.
  const ofNow = held !== null && held.answer.found.revision === revision;
  if (ofNow && held.among !== total) setHeld({ ...held, among: total });

  const adopt = () => {
    if (live.phase === 'found') setHeld({ ask, answer: live, among: total });
    // What is there may still be of the gallery of a moment ago: the next one is taken, too.
    setAdopting(live.phase !== 'found' || live.found.revision !== revision);
  };
  if (live.phase === 'failed') return { answer: live, newer: 0, adopt };
  return {
    answer: held?.answer ?? live,
    newer: current && stays && !ofNow ? total - held.among : 0,
    adopt,
  };
}
