import { boxIou, pixelBoxes } from '../../base/image/box.ts';
import { seededRandom } from '../../base/seededRandom.ts';
import { Scratch } from '../../proposals/arena/scratch.ts';
import type { CandidateSettings } from '../../proposals/candidates/candidateSettings.ts';
import { distinctCandidates } from '../../proposals/proposer.ts';
import { SEGMENT_FEATURES } from '../../proposals/ranking/segmentFeatures.ts';
import { type BoxedPhoto, openBoxedPhoto } from './boxedPhotos.ts';

/** Share of the candidates kept for training, by their best IoU with an object; the weights of the rows make up for the rest. */
const KEEP = [
  { from: 0.4, share: 1 },
  { from: 0.2, share: 0.5 },
  { from: -1, share: 0.25 },
] as const;

/** Added to the candidates that cover an object, so that one covered by hardly any does not outweigh everything else. */
const FEW_COVERING = 5;

/** 0 gives all candidates the same weight, 1 all objects (ABLATION.md of the proposals). */
const COVERING_POWER = 0.75;

/** A candidate begins to cover an object at the first IoU and covers it fully at the second. */
const COVERING = { from: 0.35, to: 0.95 } as const;

/** Candidates of many photos to learn from, one a row. */
export interface CandidateRows {
  readonly inputs: number;
  /** // (count, inputs) */
  readonly rows: Float32Array;
  /** // (count, 4) */
  readonly boxes: Float32Array;
  /** The best overlap with an object, and which object that is. // (count,) each */
  readonly overlaps: Float32Array;
  readonly nearest: Uint16Array;
  /** The share of candidates like this one that was kept. // (count,) */
  readonly keptShares: Float32Array;
  /** Weight of that object: see `overlapsWith`. // (count,) */
  readonly objectWeights: Float32Array;
  /** Rows from `first` up to the next photo's are of this photo. */
  readonly photos: readonly {
    readonly first: number;
    readonly width: number;
    readonly height: number;
    readonly objects: Float32Array;
  }[];
}

/** The rows of one photo. */
type PhotoRows = Pick<CandidateRows, 'rows' | 'boxes' | 'overlaps' | 'nearest' | 'keptShares' | 'objectWeights'>;

/** Runs the proposals up to the ranking on each photo that has an object. Every candidate becomes a row or is dropped at random. */
export async function candidateRows(
  photos: readonly BoxedPhoto[],
  settings: CandidateSettings,
  seed: number,
  onPhoto: (done: number) => void,
): Promise<CandidateRows> {
  const random = seededRandom(seed);
  const scratch = new Scratch();
  const blocks: PhotoRows[] = [];
  const used: { first: number; width: number; height: number; objects: Float32Array }[] = [];
  let count = 0;
  for (const [done, photo] of photos.entries()) {
    if (photo.objects.length > 0) {
      scratch.reset();
      const { image, objects } = await openBoxedPhoto(photo);
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
      chosen.forEach((k, row) =>
        rows.set(features.subarray(k * SEGMENT_FEATURES, (k + 1) * SEGMENT_FEATURES), row * SEGMENT_FEATURES),
      );
      blocks.push({
        rows,
        boxes: Float32Array.from(chosen.flatMap((k) => [...boxes.subarray(k * 4, k * 4 + 4)])),
        overlaps: Float32Array.from(chosen, (k) => all.best[k]!),
        nearest: Uint16Array.from(chosen, (k) => all.nearest[k]!),
        keptShares: Float32Array.from(shares),
        objectWeights: Float32Array.from(chosen, (k) => all.objectWeights[k]!),
      });
      used.push({ first: count, width: image.width, height: image.height, objects });
      count += chosen.length;
    }
    onPhoto(done + 1);
  }
  const joined = <A extends Float32Array | Uint16Array>(out: A, part: (block: PhotoRows) => A): A => {
    let at = 0;
    for (const block of blocks) {
      out.set(part(block), at);
      at += part(block).length;
    }
    return out;
  };
  return {
    inputs: SEGMENT_FEATURES,
    photos: used,
    rows: joined(new Float32Array(count * SEGMENT_FEATURES), (block) => block.rows),
    boxes: joined(new Float32Array(count * 4), (block) => block.boxes),
    overlaps: joined(new Float32Array(count), (block) => block.overlaps),
    nearest: joined(new Uint16Array(count), (block) => block.nearest),
    keptShares: joined(new Float32Array(count), (block) => block.keptShares),
    objectWeights: joined(new Float32Array(count), (block) => block.objectWeights),
  };
}

/**
 * The best overlap of each box with an object, and the weight of that object. Hundreds of candidates cover a large object and three a small
 * one, so an object weighs less, the more candidates cover it; otherwise small objects would hardly count.
 * @param shares of candidates like each that were kept; null if all were
 */
export function overlapsWith(
  objects: Float32Array,
  boxes: Float32Array,
  shares: Float32Array | null,
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
    covering[nearest[k]!]! +=
      Math.min(1, Math.max(0, (best[k]! - COVERING.from) / (COVERING.to - COVERING.from))) / (shares?.[k] ?? 1);
  }
  return { best, nearest, objectWeights: Float32Array.from(nearest, (m) => covering[m]! ** -COVERING_POWER) };
}
