import { boxIou } from '../../image/box.ts';
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

/**
 * Runs the proposals up to the ranking on each photo that holds an object; every candidate becomes a row or is dropped
 * by chance. A large object is covered by hundreds of candidates, a small one by three: what a row says for an object
 * weighs less the more candidates cover it, so that the small ones are heard.
 */
export async function rankingRows(
  photos: readonly BoxedPhoto[], settings: ProposalSettings, seed: number, onPhoto: (done: number) => void,
): Promise<TrainingRows> {
  const random = seededRandom(seed);
  const scratch = new Scratch();
  const blocks: Float32Array[] = [];
  const overlaps: number[] = [];
  const keptShares: number[] = [];
  const objectWeights: number[] = [];
  for (const [done, photo] of photos.entries()) {
    const objects = photo.objects.length / 4;
    if (objects > 0) {
      scratch.reset();
      const { boxes, features } = distinctCandidates(await decodePhoto(photo.path), settings, scratch);
      const count = boxes.length / 4;
      const best = new Float32Array(count);
      const nearest = new Uint16Array(count);
      const covering = new Float64Array(objects).fill(FEW_COVERING);
      for (let k = 0; k < count; k++) {
        for (let m = 0; m < objects; m++) {
          const iou = boxIou(boxes, k, photo.objects, m);
          if (iou <= best[k]!) continue;
          best[k] = iou;
          nearest[k] = m;
        }
        covering[nearest[k]!]! += Math.min(1, Math.max(0, (best[k]! - 0.35) / 0.6));
      }
      const chosen: number[] = [];
      for (let k = 0; k < count; k++) {
        const { share } = KEEP.find(({ from }) => best[k]! > from) ?? KEEP[2];
        if (random() > share) continue;
        chosen.push(k);
        overlaps.push(best[k]!);
        keptShares.push(share);
        objectWeights.push(covering[nearest[k]!]! ** -COVERING_POWER);
      }
      const block = new Float32Array(chosen.length * SEGMENT_FEATURES);
      chosen.forEach((k, row) => block.set(features.subarray(k * SEGMENT_FEATURES, (k + 1) * SEGMENT_FEATURES), row * SEGMENT_FEATURES));
      blocks.push(block);
    }
    onPhoto(done + 1);
  }
  const rows = new Float32Array(overlaps.length * SEGMENT_FEATURES);
  let at = 0;
  for (const block of blocks) {
    rows.set(block, at);
    at += block.length;
  }
  return { inputs: SEGMENT_FEATURES, rows, outputs: RANKING_THRESHOLDS.length, ...weightedTargets(overlaps, keptShares, objectWeights) };
}

/**
 * Targets and weights of each row and threshold: the part of a row that says "object" is weighted by its object, the
 * part that says "none" by one; the object weights are scaled so that all "object" together weighs what it did.
 */
function weightedTargets(
  overlaps: readonly number[], keptShares: readonly number[], objectWeights: readonly number[],
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
