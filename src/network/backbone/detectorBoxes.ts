import type * as tf from '@tensorflow/tfjs';
import { boxIou, pixelBoxes } from '../../image/box.ts';
import type { RgbImage } from '../../image/rgbImage.ts';
import type { ProposalSet } from '../../proposals/proposalSet.ts';
import type { Backbone } from './backbone.ts';

/**
 * Boxes decoded from NanoDet-g's own detection head, the second source of proposals. A cell's box is given by its
 * distances to the four sides, each the mean of a distribution over 0..10 strides ("Generalized Focal Loss", Li et al.
 * 2020, section 3): Σ k · softmax(logits)_k.
 */

const DETECTOR_STRIDES = [8, 16, 32] as const;
const BINS = 11;
const CLASSES = 80;

export const DETECTOR = {
  /** NMS within a class, at the threshold of NanoDet's own configuration. */
  iouWithinClass: 0.6,
  /** Boxes of different classes are one proposal when they are nearly the same. */
  iouAcrossClasses: 0.9,
  /** Below this a score says nothing, and most cells are below it. */
  leastScore: 0.01,
} as const;

export const DETECTOR_TAPS = ['scores8', 'scores16', 'scores32', 'boxes8', 'boxes16', 'boxes32'] as const;

/** One head's output. // scores (h, w, 80) and boxes (h, w, 44), logits */
export interface HeadMaps {
  readonly height: number;
  readonly width: number;
  readonly scores: Float32Array;
  readonly boxes: Float32Array;
}

/** One class's score at one cell, with the cell's box. */
export interface DetectorCandidate {
  readonly category: number;
  readonly score: number;
  /** x0, y0, x1, y1, shares of the input's sides, 0..1 */
  readonly box: readonly [number, number, number, number];
}

/** Mean of the distribution over 0..10, in strides. */
function meanBin(logits: Float32Array, at: number): number {
  let largest = -Infinity;
  for (let k = 0; k < BINS; k++) largest = Math.max(largest, logits[at + k]!);
  let sum = 0, weighted = 0;
  for (let k = 0; k < BINS; k++) {
    const weight = Math.exp(logits[at + k]! - largest);
    sum += weight;
    weighted += k * weight;
  }
  return weighted / sum;
}

function candidatesOf({ height, width, scores, boxes }: HeadMaps, leastScore: number): DetectorCandidate[] {
  const found: DetectorCandidate[] = [];
  const leastLogit = Math.log(leastScore / (1 - leastScore));
  const share = (cells: number, side: number) => Math.min(1, Math.max(0, cells / side));
  for (let y = 0, cell = 0; y < height; y++) {
    for (let x = 0; x < width; x++, cell++) {
      let box: DetectorCandidate['box'] | null = null;
      for (let category = 0; category < CLASSES; category++) {
        const logit = scores[cell * CLASSES + category]!;
        if (logit < leastLogit) continue;
        if (box === null) {
          const at = cell * 4 * BINS;
          // Distances are counted from the middle of the cell.
          box = [
            share(x + 0.5 - meanBin(boxes, at), width),
            share(y + 0.5 - meanBin(boxes, at + BINS), height),
            share(x + 0.5 + meanBin(boxes, at + 2 * BINS), width),
            share(y + 0.5 + meanBin(boxes, at + 3 * BINS), height),
          ];
        }
        found.push({ category, score: 1 / (1 + Math.exp(-logit)), box });
      }
    }
  }
  return found;
}

/** The strongest candidates of all heads, strongest first; boxes without area are left out. */
export function detectorCandidates(heads: readonly HeadMaps[]): DetectorCandidate[] {
  const candidates = heads.flatMap((head) => candidatesOf(head, DETECTOR.leastScore));
  return candidates.filter(({ box }) => box[2] > box[0] && box[3] > box[1]).sort((a, b) => b.score - a.score);
}

/**
 * Class-agnostic proposals from the heads' maps: scored boxes, doubles within a class and near doubles across classes
 * removed.
 * @returns boxes in pixels of a width×height image that the maps cover exactly, strongest first, at most `limit`
 */
export function detectorBoxes(heads: readonly HeadMaps[], width: number, height: number, limit: number): ProposalSet {
  const coords = new Float32Array(limit * 4);
  const scores = new Float32Array(limit);
  const categories = new Uint8Array(limit);
  const pixels = new Float32Array(4);
  let count = 0;
  for (const { box, score, category } of detectorCandidates(heads)) {
    if (count === limit) break;
    pixels.set([box[0] * width, box[1] * height, box[2] * width, box[3] * height]);
    let doubled = false;
    for (let other = 0; other < count && !doubled; other++) {
      const most = categories[other] === category ? DETECTOR.iouWithinClass : DETECTOR.iouAcrossClasses;
      doubled = boxIou(pixels, 0, coords, other) > most;
    }
    if (doubled) continue;
    coords.set(pixels, count * 4);
    scores[count] = score;
    categories[count] = category;
    count++;
  }
  return { boxes: pixelBoxes(coords.slice(0, count * 4)), scores: scores.slice(0, count) };
}

/** Reads the maps of the heads back, without waiting on the main thread. The tensors stay the caller's. */
export async function readHeads(maps: Record<(typeof DETECTOR_TAPS)[number], tf.Tensor3D>): Promise<HeadMaps[]> {
  return Promise.all(
    DETECTOR_STRIDES.map(async (stride) => {
      const [height, width] = maps[`scores${stride}`].shape;
      const [scores, boxes] = await Promise.all([
        maps[`scores${stride}`].data<'float32'>(),
        maps[`boxes${stride}`].data<'float32'>(),
      ]);
      return { height, width, scores, boxes };
    }),
  );
}

/** Proposals of one photo, in its own pixels. The backbone must be NanoDet-g. */
export async function detectorProposals(backbone: Backbone, image: RgbImage, limit: number): Promise<ProposalSet> {
  const maps = backbone.run(image, DETECTOR_TAPS);
  try {
    return detectorBoxes(await readHeads(maps), image.width, image.height, limit);
  } finally {
    for (const map of Object.values(maps)) map.dispose();
  }
}
