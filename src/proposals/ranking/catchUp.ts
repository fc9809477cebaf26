import type { Scratch } from '../arena/scratch.ts';
import { CATCH_UP } from './catchUp.arguments.ts';
import { catchUp } from './catchUp.reference.ts';
import type { TakenBoxes } from './takenBoxes.ts';

/** Thresholds that the loop is written for. */
const LOOP_THRESHOLDS = 5;

/**
 * What lowers the row of `open` of a box for the boxes taken as the `since`-th or later: see catchUp.reference.ts.
 * @param boxes // (N, 4)
 * @param open 0..1 // (N, thresholds)
 */
export function catchingUp(
  boxes: Float32Array,
  open: Float32Array,
  taken: TakenBoxes,
  scratch: Scratch,
): (box: number, since: number) => void {
  const { planes, room, reaches, slopes } = taken;
  const near = scratch.int32(room + 4);
  const loop =
    reaches.length === LOOP_THRESHOLDS
      ? CATCH_UP.on(scratch, {
          boxes,
          box: 0,
          since: 0,
          count: 0,
          taken: planes,
          room,
          near,
          leastReach: reaches[0]!,
          slopes,
          open,
        })
      : null;
  if (loop === null) return (box, since) => catchUp(boxes, box, taken, since, open);
  const { words, run } = loop;
  const at = CATCH_UP.word;
  return (box, since) => {
    words[at.box] = box;
    words[at.since] = since;
    words[at.count] = taken.count;
    run();
  };
}
