import { dispatch, emptyTensor } from '../../dispatch/dispatch.ts';
import { shader } from '../../dispatch/shader.ts';
import type { Tensor, Tensor2D, Tensor3D } from '../../tfjs/tfjs.ts';
import { tfjsHeap } from '../../tfjs/tfjsHeap.ts';
import { defineKernel, runKernel } from '../kernel.ts';
import { rangeMaximaPool } from './rangeMaxima.ts';
import { rangeMaximaSimd } from './rangeMaximaSimd.ts';
import { binCount, EDGE_PARTS } from './spatialPyramidPool.reference.ts';
import code from './spatialPyramidPool.wgsl?raw';

const program = shader('spatialPyramidPool', code, { EDGE_PARTS });

/** So that edge · level · 1024 stays far inside 32 bits. */
const LONGEST_SIDE = 4096;
const HIGHEST_LEVEL = 16;

interface Attributes {
  readonly levels: readonly number[];
}

export const spatialPyramidPoolKernel = defineKernel<Attributes>({
  name: 'FacetSpatialPyramidPool',
  shaders: [program],
  webgpu(backend, inputs, { levels }) {
    const { map, boxes } = inputs as { map: Tensor3D; boxes: Tensor2D };
    const [height, width, depth] = map.shape;
    const [count] = boxes.shape;
    const bins = binCount(levels);
    const shape = [count, bins * depth];
    if (count === 0) return [emptyTensor(backend, shape, 'float32')];
    const [level0 = 0, level1 = 0, level2 = 0, level3 = 0] = levels;
    return dispatch(backend, program, {
      inputs: [map, boxes],
      outputs: [{ shape, dtype: 'float32' }],
      uniforms: { height, width, depth, bins, level0, level1, level2, level3 },
      workgroups: [Math.ceil(depth / program.workgroupSize[0]), bins, count],
    });
  },
  wasm(backend, inputs, { levels }) {
    const { map, boxes } = inputs as { map: Tensor3D; boxes: Tensor2D };
    const heap = tfjsHeap(backend);
    const pooled = heap && rangeMaximaSimd(heap, map, boxes, levels);
    return pooled && [pooled];
  },
  plain(inputs, values, { levels }) {
    const { map, boxes } = inputs as { map: Tensor3D; boxes: Tensor2D };
    const [height, width, depth] = map.shape;
    return [
      {
        shape: [boxes.shape[0], binCount(levels) * depth],
        values: rangeMaximaPool(values('map'), height, width, depth, values('boxes'), levels),
      },
    ];
  },
});

/** The checks that pooling and pooling-into-a-layer share. */
export function checkPooling(caller: string, map: Tensor, boxes: Tensor, levels: readonly number[]): void {
  const [height = 0, width = 0, depth = 0] = map.shape;
  if (map.rank !== 3 || height < 1 || width < 1 || depth < 1 || height > LONGEST_SIDE || width > LONGEST_SIDE) {
    throw new Error(
      `${caller}: got a map [${map.shape.join(', ')}], wanted (height, width, depth) with sides of 1 to ${LONGEST_SIDE}`,
    );
  }
  if (boxes.rank !== 2 || boxes.shape[1] !== 4) {
    throw new Error(`${caller}: got boxes [${boxes.shape.join(', ')}], wanted (N, 4)`);
  }
  if (
    levels.length < 1 ||
    levels.length > 4 ||
    levels.some((n) => !Number.isInteger(n) || n < 1 || n > HIGHEST_LEVEL)
  ) {
    throw new Error(
      `${caller}: got the levels [${levels.join(', ')}], wanted one to four whole numbers of 1 to ${HIGHEST_LEVEL}`,
    );
  }
}

/**
 * Maximum of each channel in each bin of a pyramid over each box; see spatialPyramidPool.reference.ts for the bins.
 * @param map // (height, width, depth), float32
 * @param boxes // (N, 4), x0 y0 x1 y1 in cells of the map, far edge out; parts outside the map are cut off
 * @param levels bins an axis, one level after the other, such as [1, 2]
 * @returns // (N, Σ n² · depth): level after level, bins row by row, channels last
 */
export function spatialPyramidPool(map: Tensor3D, boxes: Tensor2D, levels: readonly number[]): Tensor2D {
  checkPooling('spatialPyramidPool', map, boxes, levels);
  const [pooled] = runKernel(spatialPyramidPoolKernel, { map, boxes }, { levels });
  return pooled as Tensor2D;
}
