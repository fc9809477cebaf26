import type { PhotoDetail, Region } from '../../../pipeline/api/pipeline.ts';

type Analysis = PhotoDetail['analysis'];

/** Box `index` as shares of the photo's width and height. */
export function proposalRegion(boxes: Float32Array, index: number): Region {
  const at = index * 4;
  return { x0: boxes[at] ?? 0, y0: boxes[at + 1] ?? 0, x1: boxes[at + 2] ?? 0, y1: boxes[at + 3] ?? 0 };
}

export function regionArea({ x0, y0, x1, y1 }: Region): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}

/** Indices of the `count` proposals with the highest objectness, strongest first, without box 0, the whole photo. */
export function strongestProposals(objectness: Float32Array, count: number): number[] {
  return Array.from({ length: Math.max(0, objectness.length - 1) }, (_, i) => i + 1)
    .sort((a, b) => (objectness[b] ?? 0) - (objectness[a] ?? 0) || a - b)
    .slice(0, count);
}

/** The smallest of the given proposals that contains the point (shares of the photo), or null. */
export function proposalAt(boxes: Float32Array, shown: readonly number[], x: number, y: number): number | null {
  let best: number | null = null;
  let bestArea = Infinity;
  for (const index of shown) {
    const region = proposalRegion(boxes, index);
    if (x < region.x0 || x >= region.x1 || y < region.y0 || y >= region.y1) continue;
    const area = regionArea(region);
    if (area < bestArea) {
      best = index;
      bestArea = area;
    }
  }
  return best;
}

/** Intersection over union of two regions, 0..1. */
export function overlapOf(a: Region, b: Region): number {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (regionArea(a) + regionArea(b) - shared);
}

/** The proposal that overlaps a region most, by intersection over union; 0, the whole photo, where none overlaps it. */
export function nearestProposal(boxes: Float32Array, region: Region): number {
  let best = 0;
  let bestOverlap = 0;
  for (let index = 0; index < boxes.length / 4; index++) {
    const overlap = overlapOf(proposalRegion(boxes, index), region);
    if (overlap > bestOverlap) {
      best = index;
      bestOverlap = overlap;
    }
  }
  return best;
}

/** Probabilities of one proposal. // (C,) */
export function proposalRow(analysis: Analysis, index: number): Float32Array {
  const categories = analysis.probabilities.length;
  return analysis.proposalProbabilities.subarray(index * categories, (index + 1) * categories);
}

/** The category that `probabilities` is surest of, or null for an empty list. */
export function surest(probabilities: Float32Array): { readonly index: number; readonly probability: number } | null {
  let best = -1;
  probabilities.forEach((probability, index) => {
    if (best < 0 || probability > (probabilities[best] ?? 0)) best = index;
  });
  return best < 0 ? null : { index: best, probability: probabilities[best] ?? 0 };
}
