import * as ort from 'onnxruntime-web';
import type { RgbImage } from '../../../base/image/rgbImage.ts';
import { INPUT, type InputNormalisation } from '../../../network/backbone/backboneDescription.ts';
import { normalisedPixels } from '../../../network/backbone/networkInput.ts';

/** The independent runtime: onnxruntime's WebAssembly build. */
export async function openOnnx(model: Uint8Array, threads = 1): Promise<ort.InferenceSession> {
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = 'error';
  return ort.InferenceSession.create(model, { executionProviders: ['wasm'], graphOptimizationLevel: 'all' });
}

/** A photo of the network's size as NCHW. // (1, 3, height, width) */
export function onnxInput(image: RgbImage, normalisation: InputNormalisation): ort.Tensor {
  const pixels = normalisedPixels(image, normalisation);
  const area = image.width * image.height;
  const planes = new Float32Array(pixels.length);
  for (let i = 0; i < area; i++) for (let c = 0; c < 3; c++) planes[c * area + i] = pixels[i * 3 + c]!;
  return new ort.Tensor('float32', planes, [1, 3, image.height, image.width]);
}

export interface OnnxMap {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** // (height, width, channels) */
  readonly values: Float32Array;
}

/** Runs the network and gives each output in our order. */
export async function runOnnx(session: ort.InferenceSession, input: ort.Tensor): Promise<ReadonlyMap<string, OnnxMap>> {
  const outputs = await session.run({ [INPUT]: input });
  return new Map(
    Object.entries(outputs).map(([name, tensor]) => {
      const [, channels = 0, height = 0, width = 0] = tensor.dims;
      const planes = tensor.data;
      if (!(planes instanceof Float32Array)) throw new Error(`runOnnx: ${name} is ${tensor.type}, wanted float32`);
      const values = new Float32Array(planes.length);
      const area = height * width;
      for (let i = 0; i < area; i++)
        for (let c = 0; c < channels; c++) values[i * channels + c] = planes[c * area + i]!;
      return [name, { height, width, channels, values }];
    }),
  );
}
