import { boxIou, pixelBoxes } from '../../image/box.ts';
import { runMlp, type Mlp } from '../../proposals/mlp.ts';
import { moveBox, moveTarget } from '../../proposals/movedBoxes.ts';
import { distinctCandidates, type ProposalSettings } from '../../proposals/proposer.ts';
import { objectnessTargets, RANKING_THRESHOLDS } from '../../proposals/ranking.ts';
import { Scratch } from '../../proposals/scratch.ts';
import { SEGMENT_FEATURES } from '../../proposals/segmentFeatures.ts';
import { decodePhoto, type BoxedPhoto } from './boxedPhotos.ts';
import { seededRandom, type TrainingRows } from './mlpTraining.ts';

/** Share of the candidates kept for training by their best IoU; the rows' weights make up for it. */
const KEEP = [
  { from: 0.4, share: 1 },
  { from: 0.2, share: 0.5 },
  { from: -1, share: 0.25 },
] as const;

/** Objects that fewer than about this many candidates cover are not weighted up further. */
const FEW_COVERING = 5;

/** 0 weighs candidates alike, 1 objects. */
const COVERING_POWER = 0.75;

/** Candidates of many photos to learn from, one a row. */
export interface CandidateRows {
  readonly inputs: number;
  /** // (count, inputs) */
  readonly rows: Float32Array;
  /** // (count, 4) */
  readonly boxes: Float32Array;
  /** The best overlap with an object, and which. // (count,) each */
  readonly overlaps: Float32Array;
  readonly nearest: Uint16Array;
  /** The share of such candidates that is kept. // (count,) */
  readonly keptShares: Float32Array;
  /** // (count,) */
  readonly objectWeights: Float32Array;
  /** Rows from `first` on, up to the next photo's, are of this photo. */
  readonly photos: readonly { readonly first: number; readonly width: number; readonly height: number; readonly objects: Float32Array }[];
}

/** Runs the proposals up to the ranking on each photo that holds an object; every candidate becomes a row or is dropped by chance. */
export async function candidateRows(
  photos: readonly BoxedPhoto[], settings: ProposalSettings, seed: number, onPhoto: (done: number) => void,
): Promise<CandidateRows> {
  const random = seededRandom(seed);
  const scratch = new Scratch();
  const blocks: { rows: Float32Array; boxes: Float32Array; overlaps: Float32Array; nearest: Uint16Array; keptShares: Float32Array; objectWeights: Float32Array }[] = [];
  const used: { first: number; width: number; height: number; objects: Float32Array }[] = [];
  let count = 0;
  for (const [done, { path, objects }] of photos.entries()) {
    if (objects.length > 0) {
      scratch.reset();
      const image = await decodePhoto(path);
      const { boxes, features } = distinctCandidates(image, settings, scratch);
      const all = overlapsWith(objects, boxes, null);
      const chosen: number[] = [];
      const shares: number[] = [];
      for (let k = 0; k < all.best.length; k++) {
        const { share } = KEEP.find(({ from }) => all.best[k]! > from) ?? KEEP[2];
        if (random() > share) continue;
        chosen.push(k);
        shares.push(share);
      }
      const rows = new Float32Array(chosen.length * SEGMENT_FEATURES);
      chosen.forEach((k, row) => rows.set(features.subarray(k * SEGMENT_FEATURES, (k + 1) * SEGMENT_FEATURES), row * SEGMENT_FEATURES));
      blocks.push({
        rows, boxes: Float32Array.from(chosen.flatMap((k) => [...boxes.subarray(k * 4, k * 4 + 4)])),
        overlaps: Float32Array.from(chosen, (k) => all.best[k]!), nearest: Uint16Array.from(chosen, (k) => all.nearest[k]!),
        keptShares: Float32Array.from(shares), objectWeights: Float32Array.from(chosen, (k) => all.objectWeights[k]!),
      });
      used.push({ first: count, width: image.width, height: image.height, objects });
      count += chosen.length;
    }
    onPhoto(done + 1);
  }
  const joined = <A extends Float32Array | Uint16Array>(out: A, part: (block: (typeof blocks)[number]) => A): A => {
    let at = 0;
    for (const block of blocks) {
      out.set(part(block), at);
      at += part(block).length;
    }
    return out;
  };
  return {
    inputs: SEGMENT_FEATURES, photos: used,
    rows: joined(new Float32Array(count * SEGMENT_FEATURES), (block) => block.rows), boxes: joined(new Float32Array(count * 4), (block) => block.boxes),
    overlaps: joined(new Float32Array(count), (block) => block.overlaps), nearest: joined(new Uint16Array(count), (block) => block.nearest),
    keptShares: joined(new Float32Array(count), (block) => block.keptShares),
    objectWeights: joined(new Float32Array(count), (block) => block.objectWeights),
  };
}

/**
 * Each box's best overlap with an object and the weight of that object. A large object is covered by hundreds of candidates,
 * a small one by three: what a row says for an object weighs less the more candidates cover it, so that the small ones are heard.
 * @param shares of the candidates like each that are there; null where all are
 */
function overlapsWith(
  objects: Float32Array, boxes: Float32Array, shares: Float32Array | null,
): { best: Float32Array; nearest: Uint16Array; objectWeights: Float32Array } {
  const count = boxes.length / 4;
  const best = new Float32Array(count);
  const nearest = new Uint16Array(count);
  const covering = new Float64Array(objects.length / 4).fill(FEW_COVERING);
  const [own, wanted] = [pixelBoxes(boxes), pixelBoxes(objects)];
  for (let k = 0; k < count; k++) {
    for (let m = 0; m < covering.length; m++) {
      const iou = boxIou(own, k, wanted, m);
      if (iou <= best[k]!) continue;
      best[k] = iou;
      nearest[k] = m;
    }
    covering[nearest[k]!]! += Math.min(1, Math.max(0, (best[k]! - 0.35) / 0.6)) / (shares?.[k] ?? 1);
  }
  return { best, nearest, objectWeights: Float32Array.from(nearest, (m) => covering[m]! ** -COVERING_POWER) };
}

/** What the ranking learns of the candidates. */
export function rankingRows({ inputs, rows, overlaps, keptShares, objectWeights }: CandidateRows): TrainingRows {
  return { inputs, rows, outputs: RANKING_THRESHOLDS.length, ...weightedTargets(overlaps, keptShares, objectWeights) };
}

/** Boxes that overlap an object less than this teach no move. */
const LEAST_MOVED_OVERLAP = 0.5;

/** What the moves learn: from the boxes that overlap an object, where its sides are. */
export function moveRows({ inputs, rows, boxes, overlaps, nearest, objectWeights, photos }: CandidateRows): TrainingRows {
  const learned: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  eachRow(photos, overlaps.length, (row, { objects }) => {
    if (overlaps[row]! <= LEAST_MOVED_OVERLAP) return;
    learned.push(row);
    const [x0, y0, x1, y1] = boxes.subarray(row * 4, row * 4 + 4);
    for (let c = 0; c < 4; c++) {
      targets.push(moveTarget(boxes[row * 4 + c]!, objects[nearest[row]! * 4 + c]!, c % 2 === 0 ? x1! - x0! : y1! - y0!));
      weights.push(objectWeights[row]!);
    }
  });
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const own = new Float32Array(learned.length * inputs);
  learned.forEach((row, k) => own.set(rows.subarray(row * inputs, (row + 1) * inputs), k * inputs));
  return { inputs, rows: own, outputs: 4, targets: Float32Array.from(targets), weights: Float32Array.from(weights, (weight) => weight / mean) };
}

/** What the ranking of the moved boxes learns: the candidates as they look, their overlaps when they are moved. */
export function movedRankingRows({ inputs, rows, boxes, keptShares, photos }: CandidateRows, moves: Mlp): TrainingRows {
  const count = keptShares.length;
  const overlaps = new Float32Array(count);
  const objectWeights = new Float32Array(count);
  const scratch = new Scratch();
  photos.forEach(({ first, width, height, objects }, p) => {
    const end = photos[p + 1]?.first ?? count;
    scratch.reset();
    const logits = runMlp(moves, rows.subarray(first * inputs, end * inputs), end - first, inputs, scratch);
    const moved = new Float32Array((end - first) * 4);
    for (let k = 0; k < end - first; k++) moveBox(boxes, first + k, logits, k, width, height, moved, k);
    const found = overlapsWith(objects, moved, keptShares.subarray(first, end));
    overlaps.set(found.best, first);
    objectWeights.set(found.objectWeights, first);
  });
  return { inputs, rows, outputs: RANKING_THRESHOLDS.length, ...weightedTargets(overlaps, keptShares, objectWeights) };
}

function eachRow<Photo extends { readonly first: number }>(photos: readonly Photo[], count: number, visit: (row: number, photo: Photo) => void): void {
  photos.forEach((photo, p) => {
    for (let row = photo.first, end = photos[p + 1]?.first ?? count; row < end; row++) visit(row, photo);
  });
}

/**
 * Targets and weights of each row and threshold: the part of a row that says "object" is weighted by its object, the
 * part that says "none" by one; the object weights are scaled so that all "object" together weighs what it did.
 */
function weightedTargets(
  overlaps: Float32Array, keptShares: Float32Array, objectWeights: Float32Array,
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
