import * as ort from 'onnxruntime-web';
import { type UnitBoxes, unitBoxes } from '../../../base/image/box.ts';
import { type RgbImage, rgbImage } from '../../../base/image/rgbImage.ts';
import { readSafetensors, type WeightsFile } from '../../../base/weights/safetensors.ts';
import { chooseEngine, type Engine } from '../../../gpu/device/engine.ts';
import { readTogether } from '../../../gpu/dispatch/readTogether.ts';
import * as tf from '../../../gpu/tfjs/tfjs.ts';
import { type Backbone, createBackbone } from '../../../network/backbone/backbone.ts';
import { DETECTOR_TAPS } from '../../../network/backbone/detectorBoxes.ts';
import { type JoinedBackbone, loadJoinedBackbone } from '../../../network/backbone/joinedBackbone.ts';
import { NANODET_G } from '../../../network/backbone/nanodetG.ts';
import { fittedToNetwork, normalisedPixels } from '../../../network/backbone/networkInput.ts';
import { createNetwork } from '../../../network/createNetwork.ts';
import { createHeads, type Heads, headsTaps } from '../../../network/heads/heads.ts';
import { readHeadsFile } from '../../../network/heads/headsFile.ts';
import { hypothesesOf } from '../../../network/hypotheses.ts';
import { HEADS_FILE } from '../../../network/shippedFiles.ts';
import { regionFeatures } from '../../../network/spp/regionFeatures.ts';
import { gpuNetwork } from '../../../pipeline/analyser/gpuNetwork.ts';
import { loadModelFile } from '../../../pipeline/analyser/loadModelFile.ts';
import { PreparePool } from '../../../pipeline/analyser/preparePool.ts';
import { loadProposer } from '../../../proposals/loadProposer.ts';
import { workingImage } from '../../../proposals/workingImage.ts';
import { backboneOnnx, outFirst } from '../../convert/onnx/backboneOnnx.ts';
import { onnxInput, openOnnx } from '../../convert/onnx/onnxRuntime.ts';
import { loadStoredGraph } from '../../convert/storedGraph/golden.ts';
import type { GraphModelJson } from '../../convert/storedGraph/graphModel.ts';

/** The page's side of `npm run bench -- --only chromium`: times of each stage and of its peers, taken in the browser itself. */

/** Where the bench serves the package's graph, `.json` and `.bin`. */
const STORED_GRAPH = '/bench/nanodet';

/** Side of the input on a software adapter, where other runtimes' kernels take minutes for the full one. */
const SOFTWARE_SIDE = 32;

/** Times of one line of the table, milliseconds. */
export interface TimedStage {
  readonly name: string;
  readonly peer?: string;
  readonly times: readonly number[];
  readonly note?: string;
}

interface Contestant extends Omit<TimedStage, 'times'> {
  run(): unknown;
}

/** The contestants take turns within each round, so that whatever else the machine does meets all of them alike. */
async function inTurns(contestants: readonly Contestant[], runs: number): Promise<TimedStage[]> {
  const times = contestants.map((): number[] => []);
  for (let round = -1; round < runs; round++) {
    for (const [i, contestant] of contestants.entries()) {
      const start = performance.now();
      await contestant.run();
      if (round >= 0) times[i]!.push(performance.now() - start);
    }
  }
  return contestants.map(({ run: _, ...stage }, i) => ({ ...stage, times: times[i]! }));
}

async function picture(bytes: Blob): Promise<RgbImage> {
  const bitmap = await createImageBitmap(bytes);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return rgbImage(bitmap.width, bitmap.height, Uint8Array.from(data.filter((_, i) => i % 4 !== 3)));
}

/** Waits until the tensors are computed: one number of each is read back. (On SwiftShader `onSubmittedWorkDone` answers too early.) */
async function finished({ device }: Engine, tensors: readonly tf.Tensor[]): Promise<void> {
  // Without a GPU all of it has been computed by now.
  if (device === null) return;
  const corners = tf.tidy(() => tensors.map((tensor) => tf.slice1d(tensor.flatten(), 0, 1)));
  await readTogether(corners);
  tf.dispose(corners);
}

interface Parts {
  readonly engine: Engine;
  readonly backbone: JoinedBackbone;
  readonly heads: Heads;
  readonly image: RgbImage;
  readonly boxes: UnitBoxes;
}

function networkStages({ engine, backbone, heads, image, boxes }: Parts): Contestant[] {
  const taps = headsTaps(heads.description);
  const maps = backbone.run(image, taps);
  const [pooledTaps, crop] = [heads.description.taps, unitBoxes(Float32Array.of(0, 0, 1, 1))];
  return [
    {
      name: 'resize to the network and normalise',
      run: () => normalisedPixels(fittedToNetwork(image, NANODET_G.inputSide), NANODET_G.input),
    },
    {
      name: 'backbone, from pixels to the taps of the heads',
      async run() {
        const made = backbone.run(image, taps);
        await finished(engine, Object.values(made));
        tf.dispose(made);
      },
    },
    { name: `heads, ${boxes.length / 4} boxes, read back`, run: () => heads.run(maps, boxes) },
    {
      name: `SPP of ${boxes.length / 4} boxes`,
      async run() {
        const pooled = regionFeatures(maps, boxes, pooledTaps);
        await finished(engine, [pooled]);
        pooled.dispose();
      },
    },
    {
      name: `SPP of ${boxes.length / 4} boxes`,
      peer: 'the backbone once for one proposal',
      note: `to be taken ${boxes.length / 4} times`,
      async run() {
        const made = backbone.run(image, taps);
        const pooled = regionFeatures(made, crop, pooledTaps);
        await finished(engine, [pooled]);
        tf.dispose([made, pooled]);
      },
    },
  ];
}

/** The network alone on a square input, six outputs of the detection heads read back, beside the same network elsewhere. */
async function networkPeers(
  backbone: Backbone,
  weights: WeightsFile,
  side: number,
  { storedGraph, onnx, engine }: { readonly storedGraph: boolean; readonly onnx: boolean; readonly engine: string },
): Promise<Contestant[]> {
  const noise = new Uint8Array(side * side * 3).map((_, i) => (i * 2654435761) >>> 24);
  const image = rgbImage(side, side, noise);
  const input = tf.keep(tf.tensor4d(normalisedPixels(image, NANODET_G.input), [1, side, side, 3]));
  const read = async (maps: readonly tf.Tensor[]): Promise<void> => {
    await Promise.all(maps.map((map) => map.data()));
    tf.dispose([...maps]);
  };
  const name = `whole network at ${side}×${side}, read back`;
  const contestants: Contestant[] = [{ name, run: () => read(Object.values(backbone.forward(input, DETECTOR_TAPS))) }];
  if (storedGraph) {
    const json: GraphModelJson = await (await fetch(`${STORED_GRAPH}.json`)).json();
    const graph = await loadStoredGraph(json, await (await fetch(`${STORED_GRAPH}.bin`)).arrayBuffer());
    const planes = tf.keep(tf.tidy(() => input.transpose<tf.Tensor4D>([0, 3, 1, 2])));
    contestants.push({
      name,
      peer: `stored graph, tfjs on ${engine}`,
      run: () => read([graph.execute(planes)].flat()),
    });
  }
  if (onnx && engine === 'wasm') {
    ort.env.wasm.wasmPaths = '/node_modules/onnxruntime-web/dist/';
    const parameters = new Map(
      [...weights.tensors].map(
        ([key, tensor]) => [key, tensor.shape.length === 4 ? outFirst(tensor) : tensor] as const,
      ),
    );
    const session = await openOnnx(
      backboneOnnx(
        NANODET_G,
        DETECTOR_TAPS,
        (layer) => ({ weight: `${layer}.weight`, bias: `${layer}.bias` }),
        parameters,
      ),
    );
    const planes = onnxInput(image, NANODET_G.input);
    contestants.push({
      name,
      peer: 'onnxruntime-web, WASM',
      note: 'one thread',
      run: () => session.run({ input: planes }),
    });
  }
  if (onnx && engine === 'webgpu') {
    const maps = backbone.forward(input, DETECTOR_TAPS);
    const wanted = new Map(
      await Promise.all(Object.entries(maps).map(async ([tap, map]) => [tap, await map.data<'float32'>()] as const)),
    );
    tf.dispose(maps);
    // Loaded for this alone: it brings another build of the runtime.
    const { onnxGpuPeer } = await import('./onnxGpuPeer.ts');
    contestants.push({
      name,
      peer: 'onnxruntime-web, WebGPU',
      run: await onnxGpuPeer(NANODET_G, DETECTOR_TAPS, weights, image, wanted),
    });
  }
  return contestants;
}

/** @param jpeg of one photo @param storedGraph the package's graph is served under `/bench/` */
export async function stageTimes(
  preference: 'webgpu' | 'wasm',
  jpeg: readonly number[],
  runs: number,
  storedGraph: boolean,
): Promise<{ readonly engine: string; readonly stages: readonly TimedStage[] }> {
  const engine = await chooseEngine(preference);
  // A software adapter takes seconds a photo with our kernels and twenty with tfjs's: once must do, and without the stored graph.
  const software = engine.device?.fallback === true;
  const rounds = software ? 1 : runs;
  const weights = readSafetensors(await loadModelFile('nanodet-g.safetensors'));
  const backbone = createBackbone(NANODET_G, weights);
  const file = readHeadsFile(await loadModelFile(HEADS_FILE));
  const heads = createHeads(file.description, file.weights);
  const joined = await loadJoinedBackbone(file.description.backbone, loadModelFile);
  // As the app does it: real adapters choose who computes each layer.
  const { network, tuning } =
    engine.device === null
      ? { network: await createNetwork(loadModelFile), tuning: '' }
      : await gpuNetwork(engine.device, loadModelFile);
  const { proposer } = await loadProposer(loadModelFile);
  const image = await picture(new Blob([Uint8Array.from(jpeg)], { type: 'image/jpeg' }));
  const working = workingImage(image);
  const proposals = proposer.propose(working);
  const { boxes } = hypothesesOf(proposals, working.width, working.height, file.description.maxProposals);
  const stages = await inTurns(
    [
      { name: 'proposals', run: () => proposer.propose(working) },
      ...networkStages({ engine, backbone: joined, heads, image, boxes }),
      { name: 'whole photo after its proposals', run: () => network.analyse(image, { proposals }) },
      { name: 'whole photo', run: () => network.analyse(image) },
    ],
    rounds,
  );
  const peers = await inTurns(
    await networkPeers(backbone, weights, NANODET_G.inputSide, {
      storedGraph: storedGraph && !software,
      onnx: !software,
      engine: engine.engine,
    }),
    rounds,
  );
  if (software)
    peers.push(
      ...(await inTurns(
        await networkPeers(backbone, weights, SOFTWARE_SIDE, { storedGraph: false, onnx: true, engine: engine.engine }),
        3,
      )),
    );
  return {
    engine: `${engine.engine} (${engine.detail}${tuning === '' ? '' : `; ${tuning}`})`,
    stages: [...stages, ...peers],
  };
}

/** All of the photos' way through a pool of so many workers, WASM in each: milliseconds for all of them, the workers warm. */
export async function poolTime(jpegs: readonly (readonly number[])[], workers: number): Promise<number> {
  const files = jpegs.map((bytes) => new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' }));
  const pool = new PreparePool(workers);
  await pool.warm('network');
  await Promise.all(files.slice(0, workers).map((file) => pool.prepareAndAnalyse(file)));
  const start = performance.now();
  const done = await Promise.all(files.map((file) => pool.prepareAndAnalyse(file)));
  if (done.some(({ analysis }) => analysis === null)) throw new Error('poolTime: a worker could not analyse a photo');
  return performance.now() - start;
}
