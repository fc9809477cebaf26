import { Scratch } from '../../proposals/arena/scratch.ts';
import type { Mlp } from '../../proposals/ranking/mlp.ts';
import { moveBox, moveTarget } from '../../proposals/ranking/movedBoxes.ts';
import { objectnessTargets, RANKING_THRESHOLDS } from '../../proposals/ranking/ranking.ts';
import { runMlp } from '../../proposals/ranking/runMlp.ts';
import { type CandidateRows, overlapsWith } from './candidateRows.ts';
import type { TrainingRows } from './mlpTraining.ts';

/** What the ranking learns from the candidates. */
export function rankingRows({ inputs, rows, overlaps, keptShares, objectWeights }: CandidateRows): TrainingRows {
  return { inputs, rows, outputs: RANKING_THRESHOLDS.length, ...weightedTargets(overlaps, keptShares, objectWeights) };
}

/** Boxes that overlap no object by more than this teach no move. */
const LEAST_MOVED_OVERLAP = 0.5;

/** What the moves learn from the boxes that overlap an object: where its sides are. */
export function moveRows({
  inputs,
  rows,
  boxes,
  overlaps,
  nearest,
  objectWeights,
  photos,
}: CandidateRows): TrainingRows {
  const learned: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (const {
    photo: { objects },
    first,
    end,
  } of spansOf(photos, overlaps.length)) {
    for (let row = first; row < end; row++) {
      if (overlaps[row]! <= LEAST_MOVED_OVERLAP) continue;
      learned.push(row);
      const [x0, y0, x1, y1] = boxes.subarray(row * 4, row * 4 + 4);
      for (let c = 0; c < 4; c++) {
        targets.push(
          moveTarget(boxes[row * 4 + c]!, objects[nearest[row]! * 4 + c]!, c % 2 === 0 ? x1! - x0! : y1! - y0!),
        );
        weights.push(objectWeights[row]!);
      }
    }
  }
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const own = new Float32Array(learned.length * inputs);
  learned.forEach((row, k) => own.set(rows.subarray(row * inputs, (row + 1) * inputs), k * inputs));
  return {
    inputs,
    rows: own,
    outputs: 4,
    targets: Float32Array.from(targets),
    weights: Float32Array.from(weights, (weight) => weight / mean),
  };
}

/** What the ranking of the moved boxes learns: the features of the candidates, with their overlaps once they are moved. */
export function movedRankingRows({ inputs, rows, boxes, keptShares, photos }: CandidateRows, moves: Mlp): TrainingRows {
  const count = keptShares.length;
  const overlaps = new Float32Array(count);
  const objectWeights = new Float32Array(count);
  const scratch = new Scratch();
  for (const {
    photo: { width, height, objects },
    first,
    end,
  } of spansOf(photos, count)) {
    scratch.reset();
    const logits = runMlp(moves, rows.subarray(first * inputs, end * inputs), end - first, inputs, scratch);
    const moved = new Float32Array((end - first) * 4);
    for (let k = 0; k < end - first; k++) moveBox(boxes, first + k, logits, k, width, height, moved, k);
    const found = overlapsWith(objects, moved, keptShares.subarray(first, end));
    overlaps.set(found.best, first);
    objectWeights.set(found.objectWeights, first);
  }
  return { inputs, rows, outputs: RANKING_THRESHOLDS.length, ...weightedTargets(overlaps, keptShares, objectWeights) };
}

/** Each photo with its rows, from `first` up to but not including `end`. @param count rows in all */
function spansOf<Photo extends { readonly first: number }>(
  photos: readonly Photo[],
  count: number,
): { photo: Photo; first: number; end: number }[] {
  return photos.map((photo, p) => ({ photo, first: photo.first, end: photos[p + 1]?.first ?? count }));
}

/**
 * Targets and weights of each row and threshold. The part of a target that says "object" has the weight of its object, the part that says
 * "none" has weight one; the weights of the objects are scaled so that all "object" parts together weigh as much as without them.
 */
function weightedTargets(
  overlaps: Float32Array,
  keptShares: Float32Array,
  objectWeights: Float32Array,
): { targets: Float32Array; weights: Float32Array } {
  const outputs = RANKING_THRESHOLDS.length;
  const targets = new Float32Array(overlaps.length * outputs);
  const weights = new Float32Array(overlaps.length * outputs);
  let plain = 0;
  let weighted = 0;
  overlaps.forEach((overlap, row) => {
    const wanted = objectnessTargets(overlap);
    targets.set(wanted, row * outputs);
    const sum = wanted.reduce((total, t) => total + t, 0);
    plain += sum;
    weighted += sum * objectWeights[row]!;
  });
  for (let i = 0; i < targets.length; i++) {
    const row = Math.floor(i / outputs);
    const object = targets[i]! * objectWeights[row]! * (plain / weighted);
    const both = object + 1 - targets[i]!;
    targets[i] = object / both;
    weights[i] = both / keptShares[row]!;
  }
  return { targets, weights };
}
