import { dispatch, emptyTensor } from '../../dispatch/dispatch.ts';
import { shader } from '../../dispatch/shader.ts';
import type { Tensor2D, Tensor3D } from '../../tfjs/tfjs.ts';
import * as tf from '../../tfjs/tfjs.ts';
import { defineKernel, runKernel } from '../kernel.ts';
import { binCount, EDGE_PARTS } from '../spatialPyramidPool/spatialPyramidPool.reference.ts';
import { checkPooling, spatialPyramidPool } from '../spatialPyramidPool/spatialPyramidPool.ts';
import { sppFullyConnectedReference } from './sppFullyConnected.reference.ts';
import code from './sppFullyConnected.wgsl?raw';

const program = shader('sppFullyConnected', code, { EDGE_PARTS });

/** Boxes pooled at a time where the pooled vectors are written after all: 13 MB for 50 bins of 256 channels. */
const CHUNK = 256;

interface Attributes {
  readonly levels: readonly number[];
}

type Inputs = {
  readonly map: Tensor3D;
  readonly boxes: Tensor2D;
  readonly weights: Tensor2D;
};

export const sppFullyConnectedKernel = defineKernel<Attributes>({
  name: 'FacetSppFullyConnected',
  shaders: [program],
  webgpu(backend, inputs, { levels }) {
    const { map, boxes, weights } = inputs as Inputs;
    const [height, width, depth] = map.shape;
    const count = boxes.shape[0];
    const outputs = weights.shape[1];
    if (count === 0) return [emptyTensor(backend, [0, outputs], 'float32')];
    const [level0 = 0, level1 = 0, level2 = 0, level3 = 0] = levels;
    return dispatch(backend, program, {
      inputs: [map, boxes, weights],
      outputs: [{ shape: [count, outputs], dtype: 'float32' }],
      uniforms: {
        height,
        width,
        depth_quads: depth / 4,
        boxes: count,
        out_quads: outputs / 4,
        level0,
        level1,
        level2,
        level3,
      },
      workgroups: [
        Math.ceil(outputs / (4 * program.workgroupSize[0])),
        Math.ceil(count / program.constant('BOXES')),
        1,
      ],
    });
  },
  plain(inputs, values, { levels }) {
    const { map, boxes, weights } = inputs as Inputs;
    const [height, width, depth] = map.shape;
    const outputs = weights.shape[1];
    const out = sppFullyConnectedReference(
      values('map'),
      height,
      width,
      depth,
      values('boxes'),
      levels,
      values('weights'),
      outputs,
    );
    return [{ shape: [boxes.shape[0], outputs], values: out }];
  },
});

/**
 * `spatialPyramidPool(map, boxes, levels) · weights`. On WebGPU the pooled vectors are never written; elsewhere a chunk of boxes at a time.
 * @param map // (height, width, depth), float32
 * @param boxes // (N, 4), x0 y0 x1 y1 in cells of the map, far edge out
 * @param weights // (Σ level² · depth, E)
 * @returns // (N, E)
 */
export function sppFullyConnected(
  map: Tensor3D,
  boxes: Tensor2D,
  levels: readonly number[],
  weights: Tensor2D,
): Tensor2D {
  checkPooling('sppFullyConnected', map, boxes, levels);
  const depth = map.shape[2];
  const inputs = binCount(levels) * depth;
  if (weights.rank !== 2 || weights.shape[0] !== inputs || weights.shape[1] < 1) {
    throw new Error(`sppFullyConnected: got weights [${weights.shape.join(', ')}], wanted (${inputs}, E)`);
  }
  const outputs = weights.shape[1];
  if (tf.getBackend() === 'webgpu' && depth % 4 === 0 && outputs % 4 === 0) {
    const [out] = runKernel(sppFullyConnectedKernel, { map, boxes, weights }, { levels });
    return out as Tensor2D;
  }
  const count = boxes.shape[0];
  if (count === 0) return tf.zeros([0, outputs]);
  return tf.tidy(() => {
    const chunks: Tensor2D[] = [];
    for (let first = 0; first < count; first += CHUNK) {
      const some = tf.slice2d(boxes, [first, 0], [Math.min(CHUNK, count - first), 4]);
      const pooled = spatialPyramidPool(map, some, levels);
      chunks.push(tf.matMul(pooled, weights));
      pooled.dispose();
    }
    return chunks.length === 1 ? chunks[0]! : tf.concat2d(chunks, 0);
  });
}
