import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSafetensors } from '../../base/weights/safetensors.ts';
import { LEAST_HELD } from '../../gallery/segments/segmentFormat.ts';
import { movedGates } from './gates.ts';

const MODELS = 'public/models';

/** The gates of all categories of all networks that are shipped. */
function shippedGates(): number[] {
  const heads = readdirSync(MODELS).filter((name) => name.startsWith('heads-') && name.endsWith('.safetensors'));
  const own = heads.flatMap((name) => {
    const { buffer } = Uint8Array.from(readFileSync(`${MODELS}/${name}`));
    const gates = readSafetensors(buffer).tensors.get('calibration.gate');
    return [...(gates?.values ?? [])];
  });
  const { detected }: { detected: { gate: number }[] } = JSON.parse(readFileSync(`${MODELS}/vocabulary.json`, 'utf8'));
  return [...own, ...detected.map(({ gate }) => gate)];
}

test('no line that a person can draw lets in a photo of which searches have no piece', () => {
  const categories = shippedGates().map((gate, n) => ({ name: `${n}`, gate }));
  expect(categories.length).toBeGreaterThan(60);
  const { sure } = movedGates(categories, { sureness: -1 });
  expect(Math.min(...sure)).toBeGreaterThanOrEqual(LEAST_HELD);
});
