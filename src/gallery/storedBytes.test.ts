import { readFileSync } from 'node:fs';
import * as tf from '../gpu/tfjs/tfjs.ts';
import '../gpu/tfjs/wasmBackend.ts';
import { expect, test } from 'vitest';
import { syntheticImage } from '../network/backbone/fixtures/syntheticImage.ts';
import { createNetwork } from '../network/createNetwork.ts';
import { analysisRowOf, storedAnalysisRow } from './records/packedProbabilities.ts';
import { analysisPart } from './segments/analysisPart.ts';
import { analysisRow } from './storedAnalysis.ts';

/** Bytes of all arrays of a row. */
function bytesOf(row: object): number {
  return Object.values(row).reduce((sum: number, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0), 0);
}

/** What the network finds in drawn pictures, as it is stored. */
async function storedPhotos() {
  await tf.setBackend('wasm');
  const network = await createNetwork(async (name) => new Uint8Array(readFileSync(`public/models/${name}`)).buffer);
  const analyses = [];
  for (const seed of [3, 4]) analyses.push((await network.analyse(syntheticImage(500, 375, seed))).analysis);
  network.dispose();
  return { network, analyses };
}

test('a photo’s analysis of eighty categories takes no more room than one of twenty did before there were more', async () => {
  const { network, analyses } = await storedPhotos();
  const trained = network.categories.filter(({ basis }) => basis !== 'detected').length;
  expect([trained, network.categories.length]).toEqual([20, 80]);
  for (const analysis of analyses) {
    const row = analysisRow('a', analysis);
    const boxes = row.objectness.length;
    // Boxes and objectness as floats, winners and probabilities in four bytes a category, a byte of each box and category.
    const ofTwenty = boxes * 20 + trained * 8 + boxes * trained;
    const stored = storedAnalysisRow(row);
    expect(bytesOf(stored)).toBeLessThan(ofTwenty);
    expect(analysisPart(row).bytes.length).toBeLessThan(ofTwenty);
    // As they are they would take as much again and more.
    expect(bytesOf(row)).toBeGreaterThan(2 * ofTwenty);
    expect(analysisRowOf(stored)).toEqual(row);
  }
}, 120_000);

test('rows of before probabilities were packed are read as they are', () => {
  const row = {
    id: 'a',
    boxes: Float32Array.of(0, 0, 1, 1),
    objectness: Float32Array.of(1),
    winners: Int32Array.of(0, 0),
    proposalProbabilities: Uint8Array.of(9, 200),
  };
  expect(analysisRowOf(row)).toBe(row);
  expect(() => analysisRowOf({ ...storedAnalysisRow(row), objectness: new Float32Array(2) })).toThrow('analysisRowOf');
});
