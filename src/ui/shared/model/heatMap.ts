import type { PhotoDetail } from '../../../pipeline/api/pipeline.ts';
import { proposalRegion, regionArea } from './proposals.ts';

/**
 * Where in the photo a category is: at every cell the mean probability of the proposals that cover it, a small proposal
 * counting for more than a large one, since it says more about its place (weight 1 / √area).
 * @param category index
 * @returns // (rows·columns,), 0..1
 */
export function heatMap(
  {
    boxes,
    proposalProbabilities,
    probabilities,
  }: Pick<PhotoDetail['analysis'], 'boxes' | 'proposalProbabilities' | 'probabilities'>,
  category: number,
  columns: number,
  rows: number,
): Float32Array {
  const categories = probabilities.length;
  const sum = new Float32Array(columns * rows);
  const weight = new Float32Array(columns * rows);
  for (let index = 0; index < boxes.length / 4; index++) {
    const region = proposalRegion(boxes, index);
    const share = 1 / Math.sqrt(Math.max(1e-4, regionArea(region)));
    const probability = proposalProbabilities[index * categories + category] ?? 0;
    // A cell belongs to a box that covers its middle.
    const left = Math.max(0, Math.ceil(region.x0 * columns - 0.5));
    const right = Math.min(columns, Math.ceil(region.x1 * columns - 0.5));
    const top = Math.max(0, Math.ceil(region.y0 * rows - 0.5));
    const bottom = Math.min(rows, Math.ceil(region.y1 * rows - 0.5));
    for (let row = top; row < bottom; row++) {
      for (let at = row * columns + left; at < row * columns + right; at++) {
        sum[at]! += probability * share;
        weight[at]! += share;
      }
    }
  }
  return sum.map((value, at) => (weight[at]! > 0 ? value / weight[at]! : 0));
}
