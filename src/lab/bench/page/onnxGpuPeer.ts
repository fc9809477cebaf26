import * as ort from 'onnxruntime-web/webgpu';
import type { RgbImage } from '../../../base/image/rgbImage.ts';
import type { WeightsFile } from '../../../base/weights/safetensors.ts';
import { type BackboneDescription, INPUT } from '../../../network/backbone/backboneDescription.ts';
import { normalisedPixels } from '../../../network/backbone/networkInput.ts';
import { backboneOnnx, outFirst } from '../../convert/onnx/backboneOnnx.ts';
import { runOnnx } from '../../convert/onnx/onnxRuntime.ts';

/** Same sums in another order; the logits are of size ten. */
const SAME = 1e-2;

/**
 * The network in onnxruntime-web on its own WebGPU device, the input on the GPU beforehand as ours is, outputs read back at each run.
 * @param wanted our maps by tap, which the peer has to give too // (height, width, channels)
 * @throws Error when there is no adapter for it, or naming the first tap at which it computes something else.
 */
export async function onnxGpuPeer(
  description: BackboneDescription,
  taps: readonly string[],
  weights: WeightsFile,
  image: RgbImage,
  wanted: ReadonlyMap<string, Float32Array>,
): Promise<() => Promise<unknown>> {
  ort.env.wasm.wasmPaths = '/node_modules/onnxruntime-web/dist/';
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  const parameters = new Map(
    [...weights.tensors].map(([key, tensor]) => [key, tensor.shape.length === 4 ? outFirst(tensor) : tensor] as const),
  );
  const model = backboneOnnx(
    description,
    taps,
    (layer) => ({ weight: `${layer}.weight`, bias: `${layer}.bias` }),
    parameters,
  );
  const session = await ort.InferenceSession.create(model, {
    executionProviders: ['webgpu'],
    graphOptimizationLevel: 'all',
  });

  const planes = channelsFirst(normalisedPixels(image, description.input), image.width * image.height);
  const device = await ort.env.webgpu.device;
  const buffer = device.createBuffer({
    size: planes.byteLength,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
  });
  device.queue.writeBuffer(buffer, 0, planes);
  const input = ort.Tensor.fromGpuBuffer(buffer, { dataType: 'float32', dims: [1, 3, image.height, image.width] });

  for (const [tap, { values }] of await runOnnx(session, input)) {
    const ours = wanted.get(tap);
    if (ours === undefined)
      throw new Error(`onnxGpuPeer: got a map ${tap}, wanted one of ${[...wanted.keys()].join(', ')}`);
    const worst = values.reduce((most, value, i) => Math.max(most, Math.abs(value - ours[i]!)), 0);
    if (!(worst <= SAME)) throw new Error(`onnxGpuPeer: ${tap} lies ${worst} apart from ours, wanted at most ${SAME}`);
  }
  return () => session.run({ [INPUT]: input });
}

/** // (area, 3) → (3, area) */
function channelsFirst(pixels: Float32Array, area: number): Float32Array<ArrayBuffer> {
  const planes = new Float32Array(pixels.length);
  for (let i = 0; i < area; i++) for (let c = 0; c < 3; c++) planes[c * area + i] = pixels[i * 3 + c]!;
  return planes;
}
