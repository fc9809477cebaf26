import { expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import type { Orientation } from '../../pipeline/formats/storedFrame.ts';
import { evaluationFigures } from './figures.ts';
import type { AnalysedPhoto } from './photoRecord.ts';
import { reportText } from './report.ts';

/**
 * Two categories, photos of 100×50 pixels. A photo's codes all start with the same bits; its boxes are the whole photo and
 * the left half, and the left half wins every category.
 */
function photo(
  role: 'train' | 'query',
  labels: string[],
  code: number,
  probabilities: number[],
  difficultLabels: string[] = [],
): AnalysedPhoto {
  const wide = new Uint32Array([code, 0]);
  return {
    photo: {
      id: '',
      file: '',
      width: 100,
      height: 50,
      role,
      labels,
      difficultLabels,
      boxes: labels.map((label) => ({ label, x0: 0, y0: 0, x1: 50, y1: 50, difficult: false })),
    },
    record: {
      frame: { width: 100, height: 50, orientation: 1 },
      boxes: unitBoxes(new Float32Array([0, 0, 1, 1, 0, 0, 0.5, 1])),
      winnerBoxes: unitBoxes(new Float32Array([0, 0, 0.5, 1, 0, 0, 0.5, 1])),
      probabilities: new Float32Array(probabilities),
      semanticCodes: { 16: new Uint32Array([code]), 32: new Uint32Array([code]), 48: wide, 64: wide },
      categoryCodes: new Uint32Array([code, code]),
      appearance: new Uint32Array([code, 0, 0, 0]),
      regionAppearance: new Uint32Array([code, 0, ~code, 0]),
      winnerSigns: new Uint32Array([~code, 0, code, 0]),
      times: { proposalsMs: code, backboneMs: 10, headsMs: 1 },
    },
  };
}

const network = {
  version: 'testnet/heads',
  bitsPerCategory: 4,
  categories: [
    { name: 'cat', gate: 0.5 },
    { name: 'dog', gate: 0.5 },
  ],
};
const database = [
  photo('train', ['cat'], 0b0000, [0.9, 0]),
  photo('train', ['dog'], 0b0001, [0.6, 0.9]),
  photo('train', ['cat'], 0b0011, [0.8, 0]),
];
const queries = [photo('query', ['cat'], 0b0000, [0.75, 0.25], ['dog']), photo('query', [], 0b1111, [0.25, 0.25])];
/** A copy of the first query that looks nearly like it, and one of the second that looks like the first. */
const copies = [
  { original: 0, record: photo('query', ['cat'], 0b1000, [0.75, 0.25]).record },
  { original: 1, record: photo('query', [], 0b0000, [0.25, 0.25]).record },
];
const figures = evaluationFigures(network, database, queries, [], copies);

test('hand-worked: one query among three photos, and a photo without a label that is no query', () => {
  expect([figures.database, figures.queries, figures.queriesWithoutLabel, figures.backbone]).toEqual([
    3,
    1,
    1,
    'testnet',
  ]);
  // Ranks 0, 1, 2 with cats at 1 and 3, at every length and for the piece of cat.
  expect(figures.semantic[64].map).toBeCloseTo((1 + 2 / 3) / 2, 12);
  expect(figures.semantic[16].acg100).toBeCloseTo(2 / 3, 12);
  expect(figures.category.map).toBeCloseTo((1 + 2 / 3) / 2, 12);
  expect(figures.category.perCategory['dog']).toBeNaN();
  // All bits of these signs are turned, which no distance feels.
  expect(figures.category.shared.map).toBe(figures.category.map);
  // Nobody else among the queries has a cat.
  expect(figures.unseen[64].map).toBeNaN();
});

test('hand-worked: labels, calibration, localisation and proposals are measured on the queries', () => {
  expect(figures.labels.map).toBe(1);
  // Cat says .75 and is there, cat says .25 and is not, dog's .25 is difficult and does not count, dog says .25 and is not.
  expect(figures.labels.ece).toBeCloseTo((0.25 + 2 * 0.25) / 3, 12);
  expect(figures.labels.perCategory['cat']).toEqual({ ap: 1, gate: 0.5, precisionAtGate: 1, recallAtGate: 1 });
  expect(figures.localisation).toEqual({ corloc: 1, pointing: 1 });
  expect(figures.proposals[100]).toEqual({ recall50: 1, recall70: 1, recall80: 1, ar: 1, abo: 1 });
});

/** The only query, whose stored file has its cat in the left half, as its boxes are on the photo once EXIF has turned it. */
function turnedQuery(orientation: Orientation, boxOnUpright: readonly number[], labelled = { width: 100, height: 50 }) {
  const query = photo('query', ['cat'], 0, [0.75, 0.25]);
  const boxes = unitBoxes(Float32Array.from([...boxOnUpright, ...boxOnUpright]));
  return evaluationFigures(
    network,
    database,
    [
      {
        photo: { ...query.photo, ...labelled },
        record: { ...query.record, frame: { width: 100, height: 50, orientation }, boxes, winnerBoxes: boxes },
      },
    ],
    [],
    [],
  );
}

test.each([
  [1, [0, 0, 0.5, 1]],
  [2, [0.5, 0, 1, 1]],
  [3, [0.5, 0, 1, 1]],
  [4, [0, 0, 0.5, 1]],
  [5, [0, 0, 1, 0.5]],
  [6, [0, 0, 1, 0.5]],
  [7, [0, 0.5, 1, 1]],
  [8, [0, 0.5, 1, 1]],
] as const)('boxes of a photo of EXIF orientation %i are measured in the stored frame', (orientation, upright) => {
  const { localisation, proposals } = turnedQuery(orientation, upright);
  expect(localisation).toEqual({ corloc: 1, pointing: 1 });
  expect(proposals[100].abo).toBeCloseTo(1, 6);
});

test('labels that give the size of the upright photo are measured in its frame', () => {
  // 50 wide and 100 high: the cat is the upper half of the upright photo.
  const { localisation } = turnedQuery(6, [0, 0, 1, 0.5], { width: 50, height: 100 });
  expect(localisation.corloc).toBe(1);
});

test('times are medians over all photos, of each stage and of their sum', () => {
  expect(figures.msPerPhoto).toEqual({ proposals: 1, backbone: 10, heads: 1, total: 12 });
});

test('hand-worked: copies look for their originals among the queries, then with the database', () => {
  const { appearance } = figures;
  // The first is 1 bit from its own and 3 from the other; the second 4 bits from its own and 0 from the other.
  expect(appearance).toMatchObject({ copies: 2, among: 2, first: 0.5, ten: 1, median: 1.5 });
  // In the database lie copies of the first at 0, 1 and 2 bits, so at 1, 2 and 3 from its copy: it shares the first place with one.
  expect(appearance.withDatabase).toEqual({ among: 5, first: 0.25, ten: 1, median: (1.5 + 5) / 2 });
  expect(appearance.semantic).toMatchObject({ first: 0.5, ten: 1 });
  // Of the two queries and two categories only the first query's cat is above its gate, and the copy's as well.
  expect(appearance.regions).toEqual({ copies: 1, among: 1, first: 1, ten: 1, median: 1 });
});

test('codes count as distinct where the semantic or the appearance code differs', () => {
  const [one] = queries;
  const same = { ...one!, record: { ...one!.record, appearance: new Uint32Array([7, 0, 0, 0]) } };
  const { appearance } = evaluationFigures(network, database, [one!, one!, same], [], []);
  expect(appearance.distinct).toBeCloseTo(2 / 3, 12);
  expect(appearance.distinctSemantic).toBeCloseTo(1 / 3, 12);
  expect(appearance.first).toBeNaN();
});

test('distractors join the database and nothing else', () => {
  const { distractors, semantic } = evaluationFigures(
    network,
    database,
    queries,
    [photo('train', [], 0b0001, [0.9, 0])],
    copies,
  );
  expect(distractors?.added).toBe(1);
  // Cats at ranks 1 and 4 now.
  expect(distractors?.semantic[64]).toBeCloseTo((1 + 2 / 4) / 2, 12);
  expect(semantic).toEqual(figures.semantic);
});

test('the JSON has the keys of the contract', () => {
  const json: Record<string, unknown> = JSON.parse(JSON.stringify(figures));
  const contract = [
    'database',
    'queries',
    'backbone',
    'semantic',
    'unseen',
    'category',
    'labels',
    'localisation',
    'proposals',
    'appearance',
    'msPerPhoto',
  ];
  expect(Object.keys(json)).toEqual(expect.arrayContaining(contract));
  expect(json['unseen']).toMatchObject({ 16: { map: null }, 64: { map: null } });
  expect(json['category']).toMatchObject({ bitsPerCategory: 4, perCategory: { dog: null } });
});

test('the table shows every figure, a dash where there is none, and says what the published rows are', () => {
  const text = reportText(figures);
  expect(text).toContain(
    'testnet: 3 photos in the database, 1 queries (and 1 photos without any of the categories, which are no queries)',
  );
  expect(text).toMatch(/^mAP +0\.833 +0\.833 +0\.833 +0\.833$/m);
  expect(text).toMatch(/^mAP, unseen database +- +- +- +-$/m);
  expect(text).toContain('official VOC 2007 split');
});
