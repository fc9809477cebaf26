import { probabilityByte } from '../../codes/columns/probabilityByte.ts';
import type { Category } from '../../network/network.ts';
import type { Sureness } from '../api/galleryQuery.ts';
import { categoryIndex } from '../library/galleryRows.ts';

/**
 * How far full sureness moves a gate, in logits: a gate of .3 becomes .05 or .76, one of .68 becomes .22 or .94. In logits, since there a
 * step means the same to a rare category as to a common one, and no step leads out of 0..1.
 */
const FULL_STEP = 2;
/** What follows below the line of sure photos is let in by gates that lie so many steps further down. */
const LESS_SURE_STEP = 1;

/** @param gate 0..1, exclusive @param steps of `FULL_STEP` logits, up from the gate */
export function movedGate(gate: number, steps: number): number {
  if (steps === 0 || gate <= 0 || gate >= 1) return gate;
  return 1 / (1 + ((1 - gate) / gate) * Math.exp(-FULL_STEP * steps));
}

function checkSureness(sureness: number): void {
  if (!(sureness >= -1 && sureness <= 1)) throw new RangeError(`gates: got sureness ${sureness}, wanted −1 to 1`);
}

/** Gates as bytes, see `probabilityByte`. // (C,) each */
export interface MovedGates {
  readonly sure: Uint8Array;
  readonly lessSure: Uint8Array;
}

/** The gates that a query asks for. @throws RangeError when sureness is not in −1..1 or of a category that there is not. */
export function movedGates(categories: readonly Category[], { sureness = 0, surenessOf = {} }: Sureness): MovedGates {
  const steps = new Float32Array(categories.length).fill(sureness);
  checkSureness(sureness);
  for (const [name, ofCategory] of Object.entries(surenessOf)) {
    checkSureness(ofCategory);
    steps[categoryIndex(categories, name)] = ofCategory;
  }
  const moved = (by: number) =>
    Uint8Array.from(categories, ({ gate }, c) => probabilityByte(movedGate(gate, steps[c]! + by)));
  // A gate of nothing at all would let everything in.
  return { sure: moved(0), lessSure: moved(-LESS_SURE_STEP).map((gate) => Math.max(gate, 1)) };
}
