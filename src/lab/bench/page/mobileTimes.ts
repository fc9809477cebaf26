import * as litert from '@litertjs/core';
import * as ort from 'onnxruntime-web';
import { rgbImage } from '../../../base/image/rgbImage.ts';
import { readSafetensors } from '../../../base/weights/safetensors.ts';
import { chooseEngine } from '../../../gpu/device/engine.ts';
import * as tf from '../../../gpu/tfjs/tfjs.ts';
import { createBackbone } from '../../../network/backbone/backbone.ts';
import { normalisedPixels } from '../../../network/backbone/networkInput.ts';
import { SSD_MOBILENET_V2 } from '../../../network/backbone/ssdMobilenetV2.ts';
import { loadModelFile } from '../../../pipeline/analyser/loadModelFile.ts';
import { backboneOnnx, onnxParameters } from '../../convert/onnx/backboneOnnx.ts';
import { onnxInput, openOnnx } from '../../convert/onnx/onnxRuntime.ts';

/** The page's side of `npm run bench -- --only mobile`: SSD-MobileNetV2 on WASM, one thread, beside two other runtimes. */

const TAPS = ['mobile32', 'openImages16'] as const;

export interface MobileTimes {
  readonly name: string;
  readonly peer?: string;
  /** Milliseconds. */
  readonly times: readonly number[];
  /** Largest difference of the first output from ours, over its largest value. */
  readonly difference: number;
}

interface Contestant {
  readonly peer?: string;
  run(): Promise<Float32Array>;
}

async function ours(side: number, pixels: Float32Array): Promise<Contestant> {
  const { engine } = await chooseEngine('wasm');
  if (engine !== 'wasm') throw new Error(`mobileTimes: got the engine ${engine}, wanted wasm`);
  const backbone = createBackbone(
    SSD_MOBILENET_V2,
    readSafetensors(await loadModelFile('ssd-mobilenetv2.safetensors')),
  );
  const input = tf.keep(tf.tensor4d(pixels, [1, side, side, 3]));
  return {
    async run() {
      const maps = backbone.forward(input, TAPS);
      const [values] = await Promise.all(TAPS.map((tap) => maps[tap].data<'float32'>()));
      tf.dispose(maps);
      return values!;
    },
  };
}

async function onnxPeer(side: number, bytes: Uint8Array): Promise<Contestant> {
  ort.env.wasm.wasmPaths = '/node_modules/onnxruntime-web/dist/';
  const { tensors } = readSafetensors(await loadModelFile('ssd-mobilenetv2.safetensors'));
  const naming = (layer: string) => ({ weight: `${layer}.weight`, bias: `${layer}.bias` });
  const session = await openOnnx(
    backboneOnnx(SSD_MOBILENET_V2, TAPS, naming, onnxParameters(SSD_MOBILENET_V2, tensors)),
  );
  const input = onnxInput(rgbImage(side, side, bytes), SSD_MOBILENET_V2.input);
  return {
    peer: 'onnxruntime-web, WASM',
    async run() {
      const { mobile32 } = await session.run({ input });
      const [, channels = 0, height = 0, width = 0] = mobile32!.dims;
      const planes = mobile32!.data as Float32Array;
      return Float32Array.from(planes, (_, i) => planes[(i % channels) * height * width + Math.floor(i / channels)]!);
    },
  };
}

async function liteRtPeer(side: number, pixels: Float32Array, model: string): Promise<Contestant> {
  await litert.loadLiteRt('/node_modules/@litertjs/core/wasm/', { threads: false });
  const compiled = await litert.loadAndCompile(model, { accelerator: 'wasm' });
  const input = new litert.Tensor(pixels, [1, side, side, 3]);
  return {
    peer: 'LiteRT.js, WASM',
    async run() {
      const outputs = await compiled.run(input);
      const [values] = outputs.map((output) => Float32Array.from(output.toTypedArray()));
      for (const output of outputs) output.delete();
      return values!;
    },
  };
}

/** @param model address of the package's own graph, cut to our two outputs, or null @param side what that graph is fixed at */
export async function mobileTimes(side: number, runs: number, model: string | null): Promise<readonly MobileTimes[]> {
  const noise = new Uint8Array(side * side * 3).map((_, i) => (i * 2654435761) >>> 24);
  const pixels = normalisedPixels(rgbImage(side, side, noise), SSD_MOBILENET_V2.input);
  const contestants = [await ours(side, pixels), await onnxPeer(side, noise)];
  if (model !== null) contestants.push(await liteRtPeer(side, pixels, model));
  const times = contestants.map((): number[] => []);
  const outputs: Float32Array[] = [];
  // In turns within each round, so that whatever else the machine does meets all of them alike.
  for (let round = -2; round < runs; round++) {
    for (const [i, { run }] of contestants.entries()) {
      const start = performance.now();
      outputs[i] = await run();
      if (round >= 0) times[i]!.push(performance.now() - start);
    }
  }
  const [wanted] = outputs;
  const largest = wanted!.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return contestants.map(({ peer }, i) => ({
    name: `SSD-MobileNetV2 at ${side}×${side}, two maps read back`,
    ...(peer === undefined ? {} : { peer }),
    times: times[i]!,
    difference: wanted!.reduce((most, value, k) => Math.max(most, Math.abs(value - outputs[i]![k]!)), 0) / largest,
  }));
}
