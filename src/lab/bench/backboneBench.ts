import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { readSafetensors, type WeightsFile } from '../../base/weights/safetensors.ts';
import { createBackbone } from '../../network/backbone/backbone.ts';
import { DETECTOR_TAPS } from '../../network/backbone/detectorBoxes.ts';
import { syntheticImage } from '../../network/backbone/fixtures/syntheticImage.ts';
import { NANODET_G } from '../../network/backbone/nanodetG.ts';
import { normalisedPixels } from '../../network/backbone/networkInput.ts';
import { backboneOnnx, outFirst } from '../convert/onnx/backboneOnnx.ts';
import { onnxInput, openOnnx } from '../convert/onnx/onnxRuntime.ts';
import { loadStoredGraph } from '../convert/storedGraph/golden.ts';
import { readHumanModels } from '../convert/storedGraph/humanModels.ts';
import { type BenchRow, rowOfTimes } from './row.ts';

/**
 * NanoDet-g on the WASM backend, one thread, beside the package's stored graph through tfjs and the same network in
 * onnxruntime-web. The stored graph takes part when FACET_HUMAN_MODELS names the package's archive (it is 144 MB).
 *
 * The contestants take turns within each round, so that whatever else the machine does meets all of them alike.
 */
const SIDE = 416;
const ROUNDS = 12;
const WARMUP = 2;

interface Contestant {
  readonly name: string;
  readonly peer?: string;
  run(): Promise<unknown>;
}

async function inTurns(contestants: readonly Contestant[], note: string): Promise<BenchRow[]> {
  const times = contestants.map((): number[] => []);
  for (let round = -WARMUP; round < ROUNDS; round++) {
    for (const [i, contestant] of contestants.entries()) {
      const start = performance.now();
      await contestant.run();
      if (round >= 0) times[i]!.push(performance.now() - start);
    }
  }
  return contestants.map(({ name, peer }, i) =>
    rowOfTimes(name, times[i]!, { ...(peer === undefined ? {} : { peer }), note }),
  );
}

/** Reads every output, as each contestant must. */
function readAll(maps: readonly tf.Tensor[]): void {
  for (const map of maps) map.dataSync();
  tf.dispose([...maps]);
}

async function onnxPeer(weights: WeightsFile): Promise<Contestant> {
  const parameters = new Map(
    [...weights.tensors].map(
      ([name, tensor]) => [name, tensor.shape.length === 4 ? outFirst(tensor) : tensor] as const,
    ),
  );
  const naming = (layer: string) => ({ weight: `${layer}.weight`, bias: `${layer}.bias` });
  const session = await openOnnx(backboneOnnx(NANODET_G, DETECTOR_TAPS, naming, parameters));
  const input = onnxInput(syntheticImage(SIDE, SIDE, 1), NANODET_G.input);
  return { name: 'whole network', peer: 'onnxruntime-web, WASM', run: () => session.run({ input }) };
}

async function storedGraphPeer(pixels: Float32Array): Promise<Contestant[]> {
  const archive = process.env.FACET_HUMAN_MODELS;
  if (archive === undefined || !existsSync(archive)) return [];
  const { json, weights } = readHumanModels(archive);
  const graph = await loadStoredGraph(json, weights);
  const input = tf.tidy(() => tf.tensor4d(pixels, [1, SIDE, SIDE, 3]).transpose([0, 3, 1, 2]));
  return [
    { name: 'whole network', peer: 'stored graph, tfjs WASM', run: async () => readAll([graph.execute(input)].flat()) },
  ];
}

export async function backboneBench(): Promise<BenchRow[]> {
  await tf.setBackend('wasm');
  const weights = readSafetensors(
    new Uint8Array(readFileSync(join('public', 'models', `${NANODET_G.name}.safetensors`))).buffer,
  );
  const backbone = createBackbone(NANODET_G, weights);
  const pixels = normalisedPixels(syntheticImage(SIDE, SIDE, 1), NANODET_G.input);
  const input = tf.tensor4d(pixels, [1, SIDE, SIDE, 3]);
  const photo = syntheticImage(384, 288, 2);
  const rows = [
    ...(await inTurns(
      [
        { name: 'whole network', run: async () => readAll(Object.values(backbone.forward(input, DETECTOR_TAPS))) },
        ...(await storedGraphPeer(pixels)),
        await onnxPeer(weights),
      ],
      `${SIDE}×${SIDE}, six outputs of the heads, one thread`,
    )),
    ...(await inTurns(
      [
        {
          name: 'photo to strides 16 and 32',
          run: async () => readAll(Object.values(backbone.run(photo, ['stride16', 'stride32']))),
        },
        {
          name: 'photo to strides 16, 32 and boxes',
          run: async () => readAll(Object.values(backbone.run(photo, ['stride16', 'stride32', ...DETECTOR_TAPS]))),
        },
      ],
      '384×288, resized to 416×320, one thread',
    )),
  ];
  input.dispose();
  backbone.dispose();
  return rows;
}
