import type { Places } from './layoutInput.ts';
import type { NeighbourGraph } from './neighbourGraph.ts';

/** Photos that each one is pushed away from, in a round. */
const PUSHES = 3;
/** No step is longer, in units of the layout. */
const LONGEST_STEP = 4;
/** Keeps the push of two photos at one place finite. */
const SOFT = 0.01;
/** Photos between two looks at the clock. */
const PIECE = 2048;
/** Rounds over all photos: fewer where there are many, so that 20,000 are laid out in seconds. */
const ROUNDS = { most: 300, fewest: 100, photos: 2_000_000 } as const;
/** How far the start is spread: the kernel's own width is 1. */
const START_SPREAD = 10;

export function roundsFor(photos: number): number {
  return Math.round(Math.min(ROUNDS.most, Math.max(ROUNDS.fewest, ROUNDS.photos / Math.max(1, photos))));
}

/**
 * Moves photos until neighbours lie together and others apart: stochastic gradient descent on the cross-entropy of the neighbour graph and
 * the kernel 1 / (1 + d²), a few random others standing for all that are no neighbours (McInnes, Healy, Melville, "UMAP", arXiv 1802.03426,
 * section 3.2, with a = b = 1; Tang et al., "Visualizing Large-scale and High-dimensional Data", WWW 2016). Rounds go through photos and
 * springs in order, not at random by weight: a spring's weight scales its step. Yields between pieces of work.
 * @param start changed in place // (N, 2)
 */
export function* springs(graph: NeighbourGraph, start: Places, random: () => number): Generator<void, Places> {
  const { neighbours, weights, perPhoto } = graph;
  const photos = start.length / 2;
  const places = start;
  // A nudge parts photos of one code.
  for (let i = 0; i < places.length; i++) places[i] = places[i]! * START_SPREAD + (random() - 0.5) * 0.1;
  const rounds = roundsFor(photos);
  for (let round = 0; round < rounds; round++) {
    const rate = 1 - round / rounds;
    for (let n = 0; n < photos; n++) {
      if (n % PIECE === 0) yield;
      for (let k = 0; k < perPhoto; k++) {
        const spring = n * perPhoto + k;
        pull(places, n, neighbours[spring]!, rate * weights[spring]!);
      }
      for (let k = 0; k < PUSHES; k++) push(places, n, Math.floor(random() * photos), rate);
    }
  }
  return places;
}

/** Both move together. */
function pull(places: Places, a: number, b: number, rate: number): void {
  const dx = places[2 * a]! - places[2 * b]!;
  const dy = places[2 * a + 1]! - places[2 * b + 1]!;
  const strength = (-2 / (1 + dx * dx + dy * dy)) * rate;
  const x = step(strength * dx);
  const y = step(strength * dy);
  places[2 * a]! += x;
  places[2 * a + 1]! += y;
  places[2 * b]! -= x;
  places[2 * b + 1]! -= y;
}

/** The first moves away. */
function push(places: Places, a: number, b: number, rate: number): void {
  if (a === b) return;
  const dx = places[2 * a]! - places[2 * b]!;
  const dy = places[2 * a + 1]! - places[2 * b + 1]!;
  const square = dx * dx + dy * dy;
  const strength = (2 / ((SOFT + square) * (1 + square))) * rate;
  places[2 * a]! += step(strength * dx);
  places[2 * a + 1]! += step(strength * dy);
}

function step(length: number): number {
  return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, length));
}
