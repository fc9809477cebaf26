import { networkInputSize } from '../../network/backbone/networkInput.ts';

/** Longer side of what enters the backbone, pixels; strides of the maps that regions are pooled from; bins an axis at each pyramid level. */
export const POOLING = { inputSide: 416, strides: [8, 16, 32], levels: [1] } as const;

/** One of the feature maps of a photo, which it covers exactly. */
export interface PooledMap {
  readonly stride: number;
  readonly columns: number;
  readonly rows: number;
}

/** The maps that the regions of a photo of this size are pooled from, finest first. */
export function pooledMaps(width: number, height: number): PooledMap[] {
  const input = networkInputSize(width, height, POOLING.inputSide);
  return POOLING.strides.map((stride) => ({ stride, columns: input.width / stride, rows: input.height / stride }));
}
