import { boxIou, pixelBoxes } from '../../base/image/box.ts';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import { detectorCandidates, type HeadMaps } from '../../gpu/kernels/detectorEvidence/detectorEvidence.reference.ts';
import type * as tf from '../../gpu/tfjs/tfjs.ts';
import type { ProposalSet } from '../../proposals/proposalSet.ts';
import type { Backbone } from './backbone.ts';

/**
 * Boxes decoded from NanoDet-g's own detection head, the second source of proposals. How a cell's numbers become scored boxes
 * stands with the kernel that reads them on the GPU, gpu/kernels/detectorEvidence.
 */

const DETECTOR_STRIDES = [8, 16, 32] as const;

export const DETECTOR = {
  /** NMS within a class, at the threshold of NanoDet's own configuration. */
  iouWithinClass: 0.6,
  /** Boxes of different classes are one proposal when they are nearly the same. */
  iouAcrossClasses: 0.9,
} as const;

export const DETECTOR_TAPS = ['scores8', 'scores16', 'scores32', 'boxes8', 'boxes16', 'boxes32'] as const;

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
