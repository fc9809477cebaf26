import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { COCO_CLASSES } from '../../network/backbone/cocoClasses.ts';
import type { Vocabulary } from '../../network/detected/vocabularyFile.ts';
import { PRESENCE_TEMPERATURE } from '../../network/labels/classPresence.ts';
import { TRAINING } from '../../network/training/trainingConfig.ts';
import { readDataset } from '../data/readDataset.ts';
import { CATEGORY_GROUPS } from '../train/categoryGroups.ts';
import { othersFigures } from '../train/otherCategories.ts';
import { otherClasses, presencePhotos } from '../train/presencePhotos.ts';
import { LEAST_PHOTOS } from '../train/vocabularyFigures.ts';

/**
 * npm run others -- --data DIR --maps DIR2 [--least 8] [--json FILE] [--out public/models/vocabulary.json]
 *
 * How well the detection head's own classes beyond the trained vocabulary are told: label mAP and calibration error, cross-validated, on the
 * photos of role `extra` that carry COCO's labels. DIR2 holds NanoDet-g's maps, as `npm run features -- --backbone nanodet-g` writes them.
 * --out writes what the network reads of it, and where it comes from beside it; `npm run answers` is to be run after.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    maps: { type: 'string' },
    least: { type: 'string', default: String(LEAST_PHOTOS) },
    json: { type: 'string' },
    out: { type: 'string' },
  },
});
if (options.data === undefined || options.maps === undefined)
  throw new Error('others: wanted --data DIR and --maps DIR2');

const dataset = readDataset(options.data);
const classes = otherClasses(dataset);
const photos = presencePhotos(dataset, options.maps);
const figures = othersFigures(photos, COCO_CLASSES, classes, Number(options.least));
const { map, ece, perCategory, line, gate } = figures;
const measured = Object.keys(perCategory).length;
console.log(
  `${measured} of ${classes.length} other categories on ${photos.length} photos: label mAP ${map.toFixed(3)}, calibration error ${ece.toFixed(3)}; p = sigmoid(${line.slope.toFixed(3)} s + ${line.offset.toFixed(3)}); gate ${gate.gate.toFixed(3)}: precision ${gate.precision.toFixed(3)}, recall ${gate.recall.toFixed(3)}`,
);
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ others: figures }, null, 2)}\n`);
if (options.out !== undefined) {
  const places = (value: number): number => Number(value.toFixed(4));
  const vocabulary: Vocabulary = {
    backbone: 'nanodet-g',
    classes: COCO_CLASSES.length,
    temperature: PRESENCE_TEMPERATURE,
    line: { slope: places(line.slope), offset: places(line.offset) },
    detected: classes.map((k) => ({ name: COCO_CLASSES[k]!, class: k, gate: places(gate.gate) })),
    groups: CATEGORY_GROUPS,
  };
  writeFileSync(options.out, `${JSON.stringify(vocabulary, null, 1)}\n`);
  const provenance = {
    data: { photos: photos.length, role: 'extra', labels: 'image labels of COCO; no boxes' },
    backbone: 'nanodet-g',
    settings: {
      leastPhotos: Number(options.least),
      gatePrecision: TRAINING.gatePrecision,
      leastGate: TRAINING.leastGate,
    },
    crossValidated: { categories: measured, map, ece, gate, perCategory },
    remarks:
      'The detection head was trained on part of COCO’s photos, perhaps on some of these: expect less elsewhere. Groups are COCO’s supercategories.',
  };
  writeFileSync(options.out.replace(/\.json$/, '.provenance.json'), `${JSON.stringify(provenance, null, 2)}\n`);
}
