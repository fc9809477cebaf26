import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import { float32ToFloat16, writeSafetensors } from '../../base/weights/safetensors.ts';
import { TINY_HEADS } from '../fixtures/randomHeads.ts';
import { createHeads, evidenceOf, type HeadsOutput } from '../heads/heads.ts';
import { type HeadsDescription, headsInputLength, headsWeightShapes } from '../heads/headsDescription.ts';
import { readHeadsFile } from '../heads/headsFile.ts';
import { SEMANTIC_BITS } from '../heads/photoAnalysis.ts';
import { type Calibration, calibrated } from '../labels/calibration.ts';
import { regionFeatures } from '../spp/regionFeatures.ts';
import { hashPass, regionPass } from './batchForward.ts';
import { exportHeads } from './exportHeads.ts';
import { createHeadsVariables, type HeadsVariables } from './headsVariables.ts';
import { seededRandom } from './random.ts';
import { type RegionStore, regionStore } from './regionStore.ts';

/** Wider than TINY_HEADS, so that there are bits enough to count. */
const WITHOUT_DETECTOR: HeadsDescription = {
  ...TINY_HEADS,
  hidden: 24,
  groupWidth: 8,
  semanticHidden: 32,
  bitsPerCategory: 40,
  // It moves the proposals of heads in use alone.
  placement: 0,
};
const WITH_DETECTOR: HeadsDescription = { ...WITHOUT_DETECTOR, detectorClasses: 80 };
const CATEGORIES = WITHOUT_DETECTOR.categories.length;
const PHOTOS = 8;
const boxes = unitBoxes(
  Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 0.6, 0.3, 0.2, 1, 1, 0.4, 0.4, 0.6, 0.6, 0.1, 0.7, 0.9, 1),
);
const REGIONS = boxes.length / 4;
const calibration: Calibration = {
  slope: Float32Array.of(0.5, 1, 1.5),
  offset: Float32Array.of(0.25, 0, -0.5),
  gate: Float32Array.of(0.5, 0.25, 0.75),
};
/** Weights of about 1 / √inputs rounded to 11 bits move a sum of as many unit numbers by well under this. */
const TOLERANCE = 0.01;

type Maps = Record<string, tf.Tensor3D>;
let photos: Maps[];

/** Maps on which channels differ in mean and spread, as those of a backbone do; in steps that float16 holds exactly. */
function randomMaps(seed: number): Maps {
  const random = seededRandom(seed);
  const map = (h: number, w: number, d: number): tf.Tensor3D =>
    tf.tensor3d(
      Float32Array.from(
        { length: h * w * d },
        (_, i) => 3 * (i % d) + Math.round(64 * (1 + (i % d)) * random.normal()) / 64,
      ),
      [h, w, d],
    );
  // A detection head mostly says no.
  const scores = (h: number, w: number): tf.Tensor3D =>
    tf.tensor3d(
      Float32Array.from({ length: h * w * 80 }, () => 2 * random.normal() - 7),
      [h, w, 80],
    );
  const distances = (h: number, w: number): tf.Tensor3D =>
    tf.tensor3d(
      Float32Array.from({ length: h * w * 44 }, () => 2 * random.normal()),
      [h, w, 44],
    );
  return {
    fine: map(6, 8, 3),
    coarse: map(3, 4, 5),
    scores8: scores(12, 16),
    scores16: scores(6, 8),
    scores32: scores(3, 4),
    boxes8: distances(12, 16),
    boxes16: distances(6, 8),
    boxes32: distances(3, 4),
  };
}

/** What is cached of a photo: pooled features and then the detector's evidence. // (REGIONS, S) */
async function inputsOf(maps: Maps, { taps, detectorClasses }: HeadsDescription): Promise<Float32Array> {
  const pooled = regionFeatures(maps, boxes, taps);
  if (detectorClasses === 0) return pooled.dataSync<'float32'>();
  const evidence = tf.tensor2d(await evidenceOf(maps, boxes, detectorClasses), [REGIONS, detectorClasses]);
  return tf.concat2d([pooled, evidence], 1).dataSync<'float32'>();
}

/** Fresh variables have biases and evidence weights of 0, which would hide one that is forgotten. */
function randomVariables(description: HeadsDescription): HeadsVariables {
  const random = seededRandom(9);
  const heads = createHeadsVariables(description, seededRandom(11));
  const biases = [...heads.read()].filter(([name]) => name.endsWith('.bias') || name === 'evidence.weight');
  heads.assign(
    new Map(
      biases.map(([name, { shape, values }]) => [name, { shape, values: values.map(() => 0.3 * random.normal()) }]),
    ),
  );
  return heads;
}

beforeAll(async () => {
  await tf.setBackend('wasm');
  photos = Array.from({ length: PHOTOS }, (_, i) => randomMaps(i));
}, 120_000);

afterAll(() => tf.dispose(photos));

describe.each([
  ['alone', WITHOUT_DETECTOR],
  ['with the evidence of a detection head', WITH_DETECTOR],
])('shipped heads on raw features and the training pass on standardised ones, %s', (_, wanted) => {
  const length = headsInputLength(wanted);
  let trained: HeadsVariables, store: RegionStore, standardised: tf.Tensor3D, shipped: HeadsOutput[];

  beforeAll(async () => {
    trained = randomVariables(wanted);
    const raw: Float32Array[] = [];
    for (const maps of photos) raw.push(await inputsOf(maps, wanted));
    store = regionStore(
      raw.map((values) => Uint16Array.from(values, float32ToFloat16)),
      length,
      photos.map((_, i) => i),
    );
    const rows = new Float32Array(PHOTOS * REGIONS * length);
    for (let i = 0; i < PHOTOS; i++) {
      for (let region = 0; region < REGIONS; region++) store.copy(i, region, rows, (i * REGIONS + region) * length);
    }
    standardised = tf.tensor3d(rows, [PHOTOS, REGIONS, length]);
    const { description, weights } = readHeadsFile(
      writeSafetensors(exportHeads(trained, store.mean, store.deviation, calibration), 'F16'),
    );
    const heads = createHeads(description, weights);
    shipped = [];
    for (const maps of photos) shipped.push(await heads.run(maps, boxes));
    heads.dispose();
  }, 120_000);

  afterAll(() => {
    trained.dispose();
    standardised.dispose();
  });

  test('the features are on unlike scales, so that the fold is tried', () => {
    expect(Math.max(...store.mean)).toBeGreaterThan(10);
    expect(Math.max(...store.deviation) / Math.min(...store.deviation)).toBeGreaterThan(2);
  });

  test('give the same probabilities, of each proposal and of the photo', () => {
    const { logits, pooled } = regionPass(standardised, trained, null);
    const above = tf.sub(tf.max(logits, 1, true), pooled.expandDims(1));
    const ofProposals = calibrated(tf.sub(logits, above).dataSync<'float32'>(), calibration);
    const ofPhotos = calibrated(pooled.dataSync<'float32'>(), calibration);
    shipped.forEach(({ proposalProbabilities, probabilities }, i) => {
      expect(proposalProbabilities).toHaveLength(REGIONS * CATEGORIES);
      proposalProbabilities.forEach((p, k) =>
        expect(Math.abs(p - ofProposals[i * REGIONS * CATEGORIES + k]!)).toBeLessThan(TOLERANCE),
      );
      probabilities.forEach((p, c) => expect(Math.abs(p - ofPhotos[i * CATEGORIES + c]!)).toBeLessThan(TOLERANCE));
    });
  });

  test('set the same bits, but where an activation is about 0', () => {
    const codes = hashPass(regionPass(standardised, trained, null), trained, null);
    let compared = 0,
      near = 0;
    const compare = (activation: number, words: Uint32Array, bit: number): void => {
      if (Math.abs(activation) < TOLERANCE) near++;
      else {
        compared++;
        expect((words[bit >> 5]! >>> (bit & 31)) & 1).toBe(activation > 0 ? 1 : 0);
      }
    };
    for (const bits of SEMANTIC_BITS) {
      codes.semantic[bits]
        .dataSync()
        .forEach((value, at) => compare(value, shipped[Math.floor(at / bits)]!.semanticCodes[bits], at % bits));
    }
    const { bitsPerCategory } = wanted;
    const wordsEach = Math.ceil(bitsPerCategory / 32);
    codes.category.dataSync().forEach((value, at) => {
      const [bit, row] = [at % bitsPerCategory, Math.floor(at / bitsPerCategory)];
      const [photo, c] = [row % PHOTOS, Math.floor(row / PHOTOS)];
      compare(value, shipped[photo]!.categoryCodes.subarray(c * wordsEach, (c + 1) * wordsEach), bit);
    });
    expect(compared).toBeGreaterThan(20 * near);
    expect(compared + near).toBe(PHOTOS * (16 + 32 + 48 + 64 + CATEGORIES * bitsPerCategory));
  });

  test('tell photos apart, so that the bits compared are not all one code', () => {
    expect(new Set(shipped.map(({ semanticCodes }) => semanticCodes[64].join())).size).toBeGreaterThan(PHOTOS / 2);
  });

  test('and the file holds exactly what is shipped: no proxy, and the calibration as it was given', () => {
    const { tensors } = exportHeads(trained, store.mean, store.deviation, calibration);
    expect([...tensors.keys()].sort()).toEqual([...headsWeightShapes(wanted).keys()].sort());
    expect(tensors.get('calibration.offset')).toEqual({ shape: [CATEGORIES], values: calibration.offset });
  });
});
