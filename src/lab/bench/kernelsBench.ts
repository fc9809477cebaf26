import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { seededRandom } from '../../base/seededRandom.ts';
import { randomValues } from '../../gpu/kernels/kernelCase.ts';
import { packBits } from '../../gpu/kernels/packBits/packBits.ts';
import { rangeMaximaPool } from '../../gpu/kernels/spatialPyramidPool/rangeMaxima.ts';
import { spatialPyramidPoolReference } from '../../gpu/kernels/spatialPyramidPool/spatialPyramidPool.reference.ts';
import { spatialPyramidPool } from '../../gpu/kernels/spatialPyramidPool/spatialPyramidPool.ts';
import { type BenchRow, measure } from './row.ts';

/** A stride-16 map of a 416×416 photo, 50 bins. */
const SIDE = 26;
const DEPTH = 256;
const LEVELS = [1, 7];
const BOXES = 1000;

/** Boxes of all sizes inside the map. */
function seededBoxes(): Float32Array {
  const random = seededRandom(1);
  const boxes = new Float32Array(BOXES * 4);
  for (let i = 0; i < boxes.length; i += 4) {
    const [width, height] = [1 + random() * (SIDE - 1), 1 + random() * (SIDE - 1)];
    boxes[i] = random() * (SIDE - width);
    boxes[i + 1] = random() * (SIDE - height);
    boxes[i + 2] = boxes[i]! + width;
    boxes[i + 3] = boxes[i + 1]! + height;
  }
  return boxes;
}

/** Kernels after the backbone in one WASM thread, with the loops that one writes without thinking beside them. */
export async function kernelsBench(): Promise<BenchRow[]> {
  await tf.setBackend('wasm');
  const map = randomValues(SIDE * SIDE * DEPTH, 2);
  const boxes = seededBoxes();
  const tensors = { map: tf.tensor3d(map, [SIDE, SIDE, DEPTH]), boxes: tf.tensor2d(boxes, [BOXES, 4]) };
  const bits = tf.tensor2d(randomValues(BOXES * 64, 3), [BOXES, 64]);
  const size = `SPP, ${BOXES.toLocaleString('en')} boxes × 50 bins × ${DEPTH} channels of a ${SIDE}×${SIDE} map`;
  const written = new Float32Array(BOXES * 50 * DEPTH);
  const rows = [
    await measure(size, () => tf.dispose(spatialPyramidPool(tensors.map, tensors.boxes, LEVELS)), {
      warmup: 3,
      runs: 30,
      note: 'WASM with SIMD, one thread, table of range maxima',
    }),
    await measure(size, () => written.fill(1), { runs: 30, peer: 'its 51 MB filled with a number, nothing pooled' }),
    await measure(size, () => rangeMaximaPool(map, SIDE, SIDE, DEPTH, boxes, LEVELS), {
      runs: 10,
      peer: 'the same table in plain TypeScript',
    }),
    await measure(size, () => spatialPyramidPoolReference(map, SIDE, SIDE, DEPTH, boxes, LEVELS), {
      runs: 5,
      peer: 'the naive loop',
    }),
    await measure(
      `Bits of ${BOXES.toLocaleString('en')} × 64 activations packed`,
      () => tf.dispose(packBits(bits, 0)),
      { runs: 20 },
    ),
  ];
  tf.dispose([tensors, bits]);
  return rows;
}
