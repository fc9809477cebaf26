import { boxIou } from '../../image/box.ts';
import { distinctCandidates, type ProposalSettings } from '../../proposals/proposer.ts';
import { objectnessTarget } from '../../proposals/ranking.ts';
import { Scratch } from '../../proposals/scratch.ts';
import { FEATURES_WITHOUT_PAIRS, SEGMENT_FEATURES } from '../../proposals/segmentFeatures.ts';
import { decodePhoto, type BoxedPhoto } from './boxedPhotos.ts';
import { seededRandom, type TrainingRows } from './mlpTraining.ts';

/** Share of the candidates kept for training by their best IoU; the rows' weights make up for it. */
const KEEP = [
  { from: 0.4, share: 1 },
  { from: 0.2, share: 0.5 },
  { from: -1, share: 0.25 },
] as const;

/** Runs the proposals up to the ranking on each photo that holds an object; every candidate becomes a row or is dropped by chance. */
export async function rankingRows(
  photos: readonly BoxedPhoto[], settings: ProposalSettings, seed: number, onPhoto: (done: number) => void,
): Promise<TrainingRows> {
  const inputs = settings.pairs ? SEGMENT_FEATURES : FEATURES_WITHOUT_PAIRS;
  const random = seededRandom(seed);
  const scratch = new Scratch();
  const blocks: Float32Array[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (const [done, photo] of photos.entries()) {
    scratch.reset();
    const { boxes, features } = distinctCandidates(await decodePhoto(photo.path), settings, scratch);
    const block: number[] = [];
    for (let k = 0; k < boxes.length / 4 && photo.objects.length > 0; k++) {
      let best = 0;
      for (let m = 0; m < photo.objects.length / 4; m++) best = Math.max(best, boxIou(boxes, k, photo.objects, m));
      const { share } = KEEP.find(({ from }) => best > from) ?? KEEP[2];
      if (random() > share) continue;
      for (let i = 0; i < inputs; i++) block.push(features[k * SEGMENT_FEATURES + i]!);
      targets.push(objectnessTarget(best));
      weights.push(1 / share);
    }
    blocks.push(Float32Array.from(block));
    onPhoto(done + 1);
  }
  const rows = new Float32Array(targets.length * inputs);
  let at = 0;
  for (const block of blocks) {
    rows.set(block, at);
    at += block.length;
  }
  return { inputs, rows, outputs: 1, targets: Float32Array.from(targets), weights: Float32Array.from(weights) };
}
