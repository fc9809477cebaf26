import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readSafetensors } from '../../base/weights/safetensors.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { createBackbone } from './backbone.ts';
import type { GoldenActivations } from './fixtures/goldenActivations.ts';
import { SYNTHETIC_SEED, syntheticImage } from './fixtures/syntheticImage.ts';
import { NANODET_G } from './nanodetG.ts';
import { packedFilters } from './packedFilters.ts';

const golden = JSON.parse(
  readFileSync(new URL('./fixtures/nanodet-g.golden.json', import.meta.url), 'utf8'),
) as GoldenActivations;
const weights = readSafetensors(new Uint8Array(readFileSync('public/models/nanodet-g.safetensors')).buffer);

beforeAll(async () => {
  // As an engine answers that knows WebAssembly but not its SIMD; tfjs then takes its binary without.
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  await tf.setBackend('wasm');
});

afterAll(() => vi.restoreAllMocks());

test('without SIMD tfjs computes the convolutions, and the maps are the same', () => {
  expect(packedFilters(NANODET_G, weights)).toBeNull();
  const backbone = createBackbone(NANODET_G, weights);
  const { stride8, stride32 } = backbone.run(syntheticImage(416, 416, SYNTHETIC_SEED), ['stride8', 'stride32']);
  for (const [tap, map] of Object.entries({ stride8, stride32 })) {
    const { samples } = golden[tap]!;
    const values = map.dataSync<'float32'>();
    const step = values.length / samples.length;
    const differences = samples.map((sample, k) => Math.abs(sample - values[Math.floor(k * step)]!));
    expect(Math.max(...differences), tap).toBeLessThan(1e-4);
  }
  tf.dispose([stride8, stride32]);
  backbone.dispose();
});
