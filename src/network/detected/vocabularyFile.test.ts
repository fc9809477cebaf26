import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COCO_CLASSES, cocoClassOf } from '../backbone/cocoClasses.ts';
import { readHeadsFile } from '../heads/headsFile.ts';
import { PRESENCE_TEMPERATURE } from '../labels/classPresence.ts';
import { HEADS_FILE, VOCABULARY_FILE } from '../shippedFiles.ts';
import { readVocabularyFile } from './vocabularyFile.ts';

function bytes(text: string): ArrayBuffer {
  return new Uint8Array(new TextEncoder().encode(text)).buffer;
}

const shipped = readFileSync(`public/models/${VOCABULARY_FILE}`, 'utf8');

test('the shipped heads and the shipped vocabulary tell each of the eighty classes once, and each stands in one group', () => {
  const { vocabulary } = readVocabularyFile(bytes(shipped));
  const heads = readHeadsFile(new Uint8Array(readFileSync(`public/models/${HEADS_FILE}`)).buffer);
  const names = [...heads.description.categories, ...vocabulary.detected.map(({ name }) => name)];
  const classes = names.map(cocoClassOf);
  expect(classes.toSorted((a, b) => a! - b!)).toEqual(COCO_CLASSES.map((_, k) => k));
  for (const one of vocabulary.detected) expect(COCO_CLASSES[one.class]).toBe(one.name);
  const grouped = vocabulary.groups.flatMap(({ categories }) => categories);
  expect(grouped.toSorted()).toEqual(names.toSorted());
  expect(vocabulary.temperature).toBe(PRESENCE_TEMPERATURE);
});

test('a vocabulary that does not fit is refused by what is wrong with it', () => {
  const changed = (change: Record<string, unknown>) => bytes(JSON.stringify({ ...JSON.parse(shipped), ...change }));
  expect(() => readVocabularyFile(bytes('<!doctype html>'))).toThrow('wanted JSON');
  expect(() => readVocabularyFile(changed({ line: { slope: -1, offset: 0 } }))).toThrow(
    'got -1, wanted a slope above 0',
  );
  const cup = { name: 'cup', class: 41, gate: 0.5 };
  expect(() => readVocabularyFile(changed({ detected: [{ ...cup, class: 80 }] }))).toThrow('wanted a class below 80');
  expect(() => readVocabularyFile(changed({ detected: [{ ...cup, gate: 2 }] }))).toThrow('got 2, wanted a gate');
  expect(() => readVocabularyFile(changed({ detected: [cup, cup] }))).toThrow('got "cup", wanted each category once');
  expect(() => readVocabularyFile(changed({ groups: 3 }))).toThrow('wanted a list of groups');
});

test('another vocabulary has another version', () => {
  const other = shipped.replace('0.45', '0.46');
  expect(readVocabularyFile(bytes(other)).version).not.toBe(readVocabularyFile(bytes(shipped)).version);
});
