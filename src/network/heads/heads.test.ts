import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import { normalFrom, seededRandom } from '../../base/seededRandom.ts';
import { randomHeads, TINY_HEADS } from '../fixtures/randomHeads.ts';
import { createHeads, type Heads, type HeadsOutput } from './heads.ts';
import { headsWeightShapes } from './headsDescription.ts';
import { SEMANTIC_BITS } from './photoAnalysis.ts';

const file = randomHeads(TINY_HEADS, 3);
const CATEGORIES = TINY_HEADS.categories.length;
const boxes = unitBoxes(Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 0.6, 0.3, 0.2, 1, 1, 0.4, 0.4, 0.6, 0.6));

/** The same heads, whose label branch is as sure of each category as it is told. */
function withBias({ metadata, tensors }: typeof file, biasOf: (category: number) => number): typeof file {
  const bias = { shape: [CATEGORIES], values: Float32Array.from({ length: CATEGORIES }, (_, c) => biasOf(c)) };
  return { metadata, tensors: new Map([...tensors, ['label.bias', bias]]) };
}

function randomMaps(): Record<string, tf.Tensor3D> {
  const random = seededRandom(4);
  const map = (h: number, w: number, d: number): tf.Tensor3D =>
    tf.tensor3d(
      Float32Array.from({ length: h * w * d }, () => normalFrom(random)),
      [h, w, d],
    );
  return { fine: map(6, 8, 3), coarse: map(3, 4, 5) };
}

describe.each(['cpu', 'wasm'])('heads on %s', (backend) => {
  let before: number, heads: Heads, maps: Record<string, tf.Tensor3D>, output: HeadsOutput;

  beforeEach(async () => {
    await tf.setBackend(backend);
    before = tf.memory().numTensors;
    maps = randomMaps();
    heads = createHeads(TINY_HEADS, file);
    output = await heads.run(maps, boxes);
  });

  afterEach(() => {
    tf.dispose(maps);
    heads.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test('every output has the length that the description gives it', () => {
    expect(output.proposalProbabilities).toHaveLength(4 * CATEGORIES);
    expect(output.probabilities).toHaveLength(CATEGORIES);
    expect(output.winners).toHaveLength(CATEGORIES);
    expect(output.categoryCodes).toHaveLength(CATEGORIES * Math.ceil(TINY_HEADS.bitsPerCategory / 32));
    for (const bits of SEMANTIC_BITS) expect(output.semanticCodes[bits]).toHaveLength(Math.ceil(bits / 32));
  });

  test('a category is as probable as its winning proposal, and no proposal is more probable', () => {
    for (let c = 0; c < CATEGORIES; c++) {
      const column = output.proposalProbabilities.filter((_, i) => i % CATEGORIES === c);
      expect(output.probabilities[c]).toBe(Math.max(...column));
      expect(output.winners[c]).toBe(column.indexOf(output.probabilities[c]!));
    }
  });

  test('codes use no bit beyond their length', () => {
    expect(output.semanticCodes[16][0]! >>> 16).toBe(0);
    expect(output.semanticCodes[48][1]! >>> 16).toBe(0);
    expect([...output.categoryCodes].every((word) => word >>> TINY_HEADS.bitsPerCategory === 0)).toBe(true);
    expect(Object.values(output.semanticCodes).some((words) => words.some((word) => word !== 0))).toBe(true);
  });

  test('the order of the proposals moves the winners alone', async () => {
    const order = [0, 3, 1, 2];
    const turned = await heads.run(
      maps,
      unitBoxes(Float32Array.from(order.flatMap((i) => [...boxes.subarray(i * 4, i * 4 + 4)]))),
    );
    expect([...turned.winners].map((winner) => order[winner])).toEqual([...output.winners]);
    expect(turned.probabilities).toEqual(output.probabilities);
    expect(turned.semanticCodes).toEqual(output.semanticCodes);
  });

  test('the same photo alone, through heads loaded again, gets the same bits', async () => {
    const again = createHeads(TINY_HEADS, file);
    expect(await again.run(maps, boxes)).toEqual(output);
    again.dispose();
  });

  test('a person’s word changes codes alone, and only where the network had not been as sure itself', async () => {
    const [first = '', second = ''] = TINY_HEADS.categories;
    const told = await heads.run(maps, boxes, () => [], {
      [first]: 'present',
      [second]: 'absent',
      elephant: 'present',
    });
    expect(told.probabilities).toEqual(output.probabilities);
    expect(told.winners).toEqual(output.winners);
    expect([told.semanticCodes, told.categoryCodes]).not.toEqual([output.semanticCodes, output.categoryCodes]);
    const words = TINY_HEADS.bitsPerCategory <= 32 ? 1 : 2;
    // What was said of two categories is in the pieces of no other.
    expect(told.categoryCodes.slice(2 * words)).toEqual(output.categoryCodes.slice(2 * words));
    expect(await heads.run(maps, boxes, () => [], { elephant: 'present' })).toEqual(output);
    const sure = createHeads(
      TINY_HEADS,
      withBias(file, (c) => (c === 0 ? 60 : c === 1 ? -60 : 0)),
    );
    const known = await sure.run(maps, boxes);
    expect(await sure.run(maps, boxes, () => [], { [first]: 'present', [second]: 'absent' })).toEqual(known);
    sure.dispose();
  });

  test('no box at all is refused', async () => {
    await expect(heads.run(maps, unitBoxes(new Float32Array(0)))).rejects.toThrow(
      'heads.run: got no box, wanted the whole photo at least',
    );
  });
});

test('a tensor that is missing or has another shape is refused by its name, and nothing stays uploaded', () => {
  const before = tf.memory().numTensors;
  const without = new Map(file.tensors);
  without.delete('group.bias');
  expect(() => createHeads(TINY_HEADS, { ...file, tensors: without })).toThrow(
    'createHeads: tensor group.bias is missing, wanted [4]',
  );
  expect(() => createHeads({ ...TINY_HEADS, hidden: 8 }, file)).toThrow(
    'createHeads: tensor hidden.weight is [20, 7], wanted [20, 8]',
  );
  expect(tf.memory().numTensors).toBe(before);
});

test('the semantic trunk takes each group, each presence and each logit', () => {
  expect(headsWeightShapes(TINY_HEADS).get('trunk.weight')).toEqual([3 * (4 + 2), 6]);
  expect(headsWeightShapes(TINY_HEADS).get('category.weight')).toEqual([3, 4 + 1, 9]);
});
