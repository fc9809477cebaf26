import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeSafetensors } from '../../base/weights/safetensors.ts';
import { TAUGHT_RIDGE } from '../../network/taught/learnCategory.ts';
import { LEARNED } from '../../network/taught/taughtCategory.ts';
import { VECTOR_TENSORS } from '../../network/vectors/vectorFile.ts';
import { WHITENING } from '../train/teach/photoVectors.ts';
import { teachData } from '../train/teach/teachData.ts';
import { TEACH, teachFigures, teachSummary } from '../train/teach/teachFigures.ts';

/**
 * npm run teach:measure -- --data DIR --maps DIR2[,DIR3] [--whitening 0.5] [--ridge 0.1] [--json FILE] [--out FILE] [--whole]
 *
 * How well a category is learned from a few photos that hold it: each category of the data set in turn, taught from photos of role `train` by
 * image labels alone, mean AP on those of role `query`. DIR2 holds feature maps as `npm run features` writes them, several folders with commas
 * between them; photos that one of them lacks are left out. `--out` writes the layer that makes the vectors, of one folder of maps with one
 * tap, as the page reads it. The page keeps vectors of a photo's proposals beside that of the whole photo; windows of a grid stand for them
 * here, where there are maps alone, unless `--whole` leaves them out. Nothing here is fitted to a label, but what the backbone was trained on may be.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    maps: { type: 'string' },
    whitening: { type: 'string', default: String(WHITENING) },
    ridge: { type: 'string', default: String(TAUGHT_RIDGE) },
    json: { type: 'string' },
    out: { type: 'string' },
    whole: { type: 'boolean', default: false },
  },
});
if (options.data === undefined || options.maps === undefined)
  throw new Error('teach:measure: wanted --data DIR and --maps DIR2');

const { categories, gallery, queries, layer, scales, parts } = teachData(options.data, options.maps.split(','), {
  whitening: Number(options.whitening),
  whole: options.whole,
});
const dimensions = layer.bias.length;
const [only, ...more] = parts;
if (options.out !== undefined && only !== undefined) {
  const [tap, ...moreTaps] = only.taps;
  if (tap === undefined || more.length + moreTaps.length > 0)
    throw new Error('teach:measure: a layer is written of one folder of maps and one tap');
  // The page has the features as they are, so the scales are in the weights.
  const weight = Float32Array.from(layer.weight, (value, at) => {
    const feature = Math.floor(at / dimensions);
    return value * scales[feature]!;
  });
  const file = {
    metadata: { backbone: only.backbone.split('@')[0]!, tap },
    tensors: new Map([
      [VECTOR_TENSORS.weight, { shape: [scales.length, dimensions], values: weight }],
      [VECTOR_TENSORS.bias, { shape: [dimensions], values: Float32Array.from(layer.bias) }],
    ]),
  };
  writeFileSync(options.out, new Uint8Array(writeSafetensors(file, 'F16')));
  const provenance = {
    data: { photos: gallery.truths.length, role: 'train', labels: 'none' },
    backbone: only.backbone,
    settings: { tap, pooled: ['mean', 'maximum'], dimensions, whitening: Number(options.whitening) },
  };
  writeFileSync(
    options.out.replace(/(\.safetensors)?$/, '.provenance.json'),
    `${JSON.stringify(provenance, null, 2)}\n`,
  );
}
const start = Date.now();
const { byExamples, answered, told } = teachFigures(gallery, queries, {
  ...LEARNED,
  ridge: Number(options.ridge),
});
const seconds = (Date.now() - start) / 1000;
const teach = teachSummary({ byExamples, answered });
const text = Object.entries(teach).map(([key, ap]) => `${key}: ${ap.toFixed(3)}`);
console.log(
  `${categories} categories × ${TEACH.draws} draws, ${gallery.truths.length} photos and ${queries.truths.length} queries: AP ${text.join(', ')} (${seconds.toFixed(0)} s)`,
);
for (const [count, { ece, promised, kept, found }] of Object.entries(told))
  console.log(
    `after ${count}: calibration error ${ece.toFixed(3)}; over the gate ${kept.toFixed(2)} are right, ${promised.toFixed(2)} are promised, and ${found.toFixed(2)} of those there are found`,
  );
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ teach, told }, null, 2)}\n`);
