import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { requestAdapter } from '../../gpu/device/adapter.ts';
import type { OwnedDevice } from '../../gpu/device/device.ts';
import {
  CONVOLUTION_VARIANTS,
  type ConvolutionVariant,
  convolutionChoice,
} from '../../gpu/kernels/fusedConvolution/convolutionVariant.ts';
import { analysisDifference } from '../../network/analysisDifference.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { Network } from '../../network/network.ts';
import { openGpuNetwork } from '../../pipeline/analyser/gpuNetwork.ts';
import { decodePhoto } from '../../terminal/pictures/decodePhoto.ts';
import { nodeGpu } from '../../tools/dawn.ts';
import { agreementLine, agrees, summarised } from '../agreement/summary.ts';
import { progressOn } from '../data/progress.ts';
import { readDataset } from '../data/readDataset.ts';

/**
 * npm run agreement -- --data DIR [--photos 64] [--backends webgpu,cpu] [--side 416] [--convolutions tiled|float16|registers|tfjs]
 *
 * Whether every backend gives a photo the codes that WASM gives it. `cpu` is plain JavaScript, our kernels' references among it: a minute
 * a photo at the full side. --convolutions says who computes them all on WebGPU. Photos are taken evenly from the whole folder.
 * Ends with status 1 when a backend misses the bar.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/voc07' },
    photos: { type: 'string', default: '64' },
    backends: { type: 'string', default: 'webgpu' },
    side: { type: 'string' },
    models: { type: 'string', default: 'public/models' },
    convolutions: { type: 'string' },
  },
});

const load = async (name: string): Promise<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(options.models, name))).buffer;

function requestedVariant(): ConvolutionVariant | undefined {
  const requested = options.convolutions;
  if (requested === undefined) return undefined;
  const variant = CONVOLUTION_VARIANTS.find((name) => name === requested);
  if (variant === undefined)
    throw new Error(`agreement: got --convolutions ${requested}, wanted one of ${CONVOLUTION_VARIANTS.join(', ')}`);
  return variant;
}

/** As the app opens it, on WebGPU; there is no device elsewhere. */
async function networkOn(
  backend: string,
): Promise<{ readonly network: Network; readonly device: OwnedDevice | null; readonly words: string }> {
  const sides = options.side === undefined ? {} : { inputSide: Number(options.side) };
  if (backend === 'webgpu') {
    const { network, device, tuning } = await openGpuNetwork(await requestAdapter(), load, sides);
    return { network, device, words: `${backend} (${[device.description, tuning].filter(Boolean).join('; ')})` };
  }
  if (!(await tf.setBackend(backend))) throw new Error(`agreement: the backend ${backend} does not start`);
  return { network: await createNetwork(load, sides), device: null, words: backend };
}

async function analyses(backend: string, paths: readonly string[]): Promise<PhotoAnalysis[]> {
  const { network, device, words } = await networkOn(backend);
  const progress = progressOn(process.stderr, words, paths.length);
  const analyseAll = async (): Promise<PhotoAnalysis[]> => {
    const results: PhotoAnalysis[] = [];
    for (const path of paths) {
      results.push((await network.analyse(await decodePhoto(path))).analysis);
      progress.step(results.length);
    }
    return results;
  };
  const variant = device === null ? undefined : requestedVariant();
  const results =
    device === null || variant === undefined
      ? await analyseAll()
      : await convolutionChoice(device.device).with(variant, analyseAll);
  progress.end();
  network.dispose();
  await tf.setBackend('wasm');
  device?.destroy();
  return results;
}

async function main(): Promise<void> {
  if (!existsSync(options.data)) return console.log(`agreement: skipped, there is no folder ${options.data}`);
  const count = Number(options.photos);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`agreement: got --photos ${options.photos}, wanted a positive whole number`);
  const { photos } = readDataset(options.data);
  const taken = Array.from(
    { length: Math.min(count, photos.length) },
    (_, i) => photos[Math.floor((i * photos.length) / count)]!,
  );
  const paths = taken.map(({ file }) => join(options.data, file));
  const { missing } = await nodeGpu();
  const wanted = await analyses('wasm', paths);
  for (const backend of options.backends.split(',')) {
    if (backend === 'webgpu' && missing !== null) {
      console.log(`webgpu: skipped, ${missing}`);
      continue;
    }
    const summary = summarised(
      (await analyses(backend, paths)).map((analysis, i) => analysisDifference(analysis, wanted[i]!)),
    );
    console.log(
      `${backend}${backend === 'webgpu' && options.convolutions ? `, convolutions ${options.convolutions},` : ''} against wasm, longer side ${options.side}: ${agreementLine(summary)}`,
    );
    if (!agrees(summary)) process.exitCode = 1;
  }
}

await main();
process.exit();
