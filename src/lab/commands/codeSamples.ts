import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setBackend } from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import { decodePhoto } from '../../terminal/pictures/decodePhoto.ts';
import { progressOn } from '../data/progress.ts';
import { readDataset } from '../data/readDataset.ts';

/**
 * npm run bench:samples -- --data DIR --out FILE [--photos 400] [--side 416]
 *
 * The codes of some photos, taken evenly from the folder, for `npm run bench -- --only codes`, which draws galleries of any size like
 * them: a JSON array of { semantic: [2 words], categories: [20 words], probabilities: [20 bytes] }. Codes of a smaller side are a little
 * worse and as crowded, and take less time.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/voc07' },
    out: { type: 'string', default: '.facet/codeSamples.json' },
    photos: { type: 'string', default: '400' },
    side: { type: 'string', default: '416' },
  },
});
const load = async (name: string) => new Uint8Array(await readFile(join('public', 'models', name))).buffer;
await setBackend('wasm');
const network = await createNetwork(load, { inputSide: Number(options.side) });
const { photos } = readDataset(options.data);
const count = Math.min(Number(options.photos), photos.length);
const progress = progressOn(process.stderr, 'codes', count);
const samples: object[] = [];
for (let i = 0; i < count; i++) {
  const { file } = photos[Math.floor((i * photos.length) / count)]!;
  const { analysis } = await network.analyse(await decodePhoto(join(options.data, file)));
  samples.push({
    semantic: [...analysis.semanticCodes[64]],
    categories: [...analysis.categoryCodes],
    probabilities: Array.from(analysis.probabilities, (p) => Math.round(255 * p)),
  });
  progress.step(i + 1);
}
progress.end();
await writeFile(options.out, `${JSON.stringify(samples)}\n`);
