import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { WeightsFile } from '../../base/weights/safetensors.ts';
import { headsWeightShapes } from '../heads/headsDescription.ts';
import { DESCRIPTION, type SyntheticPhoto, syntheticPhotos } from './fixtures/syntheticPhotos.ts';
import { checkpointKey, type TrainedHeads, type TrainingHooks, trainHeads } from './trainHeads.ts';

const STAGES = ['labels for calibration', 'labels 1', 'labels 2', 'labels 3', 'labels 4', 'groups', 'hashes'];

interface Run extends TrainedHeads {
  readonly checkpoints: readonly WeightsFile[];
}

async function run(resume: WeightsFile | null = null, photos = syntheticPhotos(1)): Promise<Run> {
  const checkpoints: WeightsFile[] = [];
  const hooks: TrainingHooks = {
    resume,
    // What is reached grows on in the trainer's hands, so each stage is written down.
    onCheckpoint({ tensors, metadata }) {
      checkpoints.push({ tensors: new Map(tensors), metadata });
    },
    onEpoch: () => {},
  };
  const trained = await trainHeads(
    {
      description: DESCRIPTION,
      photos,
      members: 4,
      mirrored: true,
      regionsOf: (photo: SyntheticPhoto, mirrored) => (mirrored ? photo.mirrorImage : photo.regions),
    },
    hooks,
  );
  return { ...trained, checkpoints };
}

function stagesOf({ epochs }: TrainedHeads): string[] {
  return [...new Set(epochs.map(({ stage }) => stage))];
}

describe('a whole training on a tiny set', () => {
  let first: Run;
  let leaked: number;

  beforeAll(async () => {
    await tf.setBackend('wasm');
    const before = tf.memory().numTensors;
    first = await run();
    leaked = tf.memory().numTensors - before;
  }, 240_000);

  test('goes through its stages, and the loss of each falls', () => {
    expect(stagesOf(first)).toEqual(STAGES);
    for (const stage of stagesOf(first)) {
      const losses = first.epochs.filter((epoch) => epoch.stage === stage).map(({ loss }) => loss);
      expect(losses.every(Number.isFinite)).toBe(true);
      expect(losses.at(-1)!, stage).toBeLessThan(losses[0]!);
    }
  });

  test('gives every tensor of the file, finite, and leaves none on the backend', () => {
    expect([...first.file.tensors.keys()].sort()).toEqual([...headsWeightShapes(DESCRIPTION).keys()].sort());
    for (const [name, { values }] of first.file.tensors) expect(values.every(Number.isFinite), name).toBe(true);
    expect(leaked).toBe(0);
  });

  test('goes on from its last checkpoint with the hash layers alone, to the same bits', async () => {
    const resumed = await run(first.checkpoints.at(-1)!);
    expect(stagesOf(resumed)).toEqual(['hashes']);
    expect(resumed.file).toEqual(first.file);
  }, 240_000);

  test('takes up no checkpoint of another run, and repeats bit for bit', async () => {
    const { tensors, metadata } = first.checkpoints.at(-1)!;
    const again = await run({ tensors, metadata: { key: metadata['key']!.replace('tiny', 'other') } });
    expect(stagesOf(again)).toEqual(STAGES);
    expect(again.file).toEqual(first.file);
  }, 240_000);
});

test('the key of a checkpoint knows the description, the photos, the features and the labels', () => {
  const photos = syntheticPhotos(1),
    mean = Float32Array.of(1, 2),
    labels = Float32Array.of(0, 1);
  const keys = [
    checkpointKey(DESCRIPTION, photos, true, mean, labels),
    checkpointKey({ ...DESCRIPTION, hidden: 132 }, photos, true, mean, labels),
    checkpointKey(DESCRIPTION, photos, false, mean, labels),
    checkpointKey(DESCRIPTION, photos.slice(1), true, mean, labels),
    checkpointKey(DESCRIPTION, photos, true, Float32Array.of(1, 2.5), labels),
    checkpointKey(DESCRIPTION, photos, true, mean, Float32Array.of(1, 1)),
  ];
  expect(new Set(keys).size).toBe(6);
  expect(checkpointKey(DESCRIPTION, syntheticPhotos(1), true, mean.slice(), labels.slice())).toBe(keys[0]);
});
