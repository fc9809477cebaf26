import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { float32ToFloat16 } from '../../base/weights/safetensors.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { createBackbone } from '../../network/backbone/backbone.ts';
import { syntheticImage } from '../../network/backbone/fixtures/syntheticImage.ts';
import { waves } from '../../network/backbone/fixtures/waves.ts';
import { joinedBackbone } from '../../network/backbone/joinedBackbone.ts';
import { SSD_MOBILENET_V2 } from '../../network/backbone/ssdMobilenetV2.ts';
import { cachedBackbone } from './cachedBackbone.ts';
import { appendToFeatureCache } from './featureCacheWriter.ts';
import { openJoinedCache } from './joinedCache.ts';

test('maps of a photo that is cached are read, what is not cached is run, and a photo nobody named is run as a whole', async () => {
  await tf.setBackend('wasm');
  const before = tf.memory().numTensors;
  const folder = mkdtempSync(join(tmpdir(), 'facet-cached-'));
  const part = createBackbone(SSD_MOBILENET_V2, waves(SSD_MOBILENET_V2), 32);
  const writer = appendToFeatureCache(folder, {
    backbone: part.version,
    inputSide: 32,
    flip: false,
    dtype: 'float16',
    taps: { mobile32: 2 },
  });
  writer.append('a photo', [
    { tap: 'mobile32', h: 1, w: 1, halves: Uint16Array.of(float32ToFloat16(7), float32ToFloat16(-2)) },
  ]);
  writer.close();
  const cache = openJoinedCache(folder, SSD_MOBILENET_V2.name, [part.version], false);
  const backbone = cachedBackbone(joinedBackbone([part]), cache);
  const [named, other] = [syntheticImage(32, 32, 1), syntheticImage(32, 32, 2)];

  expect(backbone.name(named, 'a photo', ['mobile32'])).toBe(true);
  expect(backbone.name(named, 'a photo', ['mobile32', 'mobile16'])).toBe(false);
  expect(backbone.name(other, 'another photo', ['mobile32'])).toBe(false);

  const read = backbone.run(named, ['mobile16', 'mobile32']);
  expect([...read.mobile32.dataSync()]).toEqual([7, -2]);
  const run = part.run(named, ['mobile16']);
  expect(read.mobile16.dataSync()).toEqual(run.mobile16.dataSync());
  const unknown = backbone.run(other, ['mobile32']);
  expect(unknown.mobile32.shape).toEqual([1, 1, 320]);

  tf.dispose([read, run, unknown]);
  backbone.dispose();
  cache.close();
  rmSync(folder, { recursive: true });
  expect(tf.memory().numTensors).toBe(before);
});
