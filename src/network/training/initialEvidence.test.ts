import { expect, test } from 'vitest';
import { cocoClassOf } from '../backbone/cocoClasses.ts';
import { TINY_HEADS } from '../fixtures/randomHeads.ts';
import { headsInputLength } from '../heads/headsDescription.ts';
import { initialEvidence } from './initialEvidence.ts';

test('on standardised evidence it says what the raw evidence says at that weight, and nothing for a category that the detector does not know', () => {
  const description = { ...TINY_HEADS, categories: ['bird', 'sofa', 'kite flyer'], detectorClasses: 80 };
  const length = headsInputLength(description),
    first = length - 80;
  const mean = Float32Array.from({ length }, (_, k) => -k / 10),
    deviation = Float32Array.from({ length }, (_, k) => 1 + k / 50);
  const begun = initialEvidence(description, mean, deviation, 2);
  const weights = begun.get('evidence.weight')!,
    bias = begun.get('label.bias')!;
  expect([weights.shape, bias.shape]).toEqual([[80, 3], [3]]);
  const raw = Float32Array.from({ length: 80 }, (_, k) => Math.sin(k));
  const logits = [0, 1, 2].map((c) =>
    raw.reduce(
      (sum, e, k) => sum + ((e - mean[first + k]!) / deviation[first + k]!) * weights.values[k * 3 + c]!,
      bias.values[c]!,
    ),
  );
  expect(logits[0]).toBeCloseTo(2 * raw[cocoClassOf('bird')!]!, 4);
  expect(logits[1]).toBeCloseTo(2 * raw[cocoClassOf('sofa')!]!, 4);
  expect(logits[2]).toBe(0);
});
