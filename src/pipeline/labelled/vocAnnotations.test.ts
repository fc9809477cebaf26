import { expect, test } from 'vitest';
import type { PhotoRole } from './dataset.ts';
import { parseVocAnnotation } from './vocAnnotations.ts';

const BOX = '<bndbox><xmin>1</xmin><ymin>11</ymin><xmax>20</xmax><ymax>30</ymax></bndbox>';
const object = (name: string, difficult: 0 | 1, inside = '') =>
  `<object><name>${name}</name><pose>Left</pose><difficult>${difficult}</difficult>${inside}${BOX}</object>`;
const file = (objects: string, filename = '000005.jpg') =>
  `<annotation><filename>${filename}</filename><size><width>500</width><height>375</height><depth>3</depth></size>${objects}</annotation>`;

function parsed(xml: string, id = '000005', role: PhotoRole = 'train') {
  const said: string[] = [];
  const photo = parseVocAnnotation(xml, {
    source: 'a.xml',
    id,
    role,
    pictureOf: () => undefined,
    say: (sentence) => said.push(sentence),
  });
  return { ...photo, said };
}

test('pixels that count from 1 with the far edge in become pixels from 0 with the far edge out', () => {
  expect(parsed(file(object('chair', 0)))).toEqual({
    id: '000005',
    file: 'JPEGImages/000005.jpg',
    width: 500,
    height: 375,
    role: 'train',
    labels: ['chair'],
    difficultLabels: [],
    boxes: [{ label: 'chair', x0: 0, y0: 10, x1: 20, y1: 30, difficult: false }],
    said: [],
  });
});

test("a body part is no object, even where it stands before its owner's own box", () => {
  const part =
    '<part><name>head</name><bndbox><xmin>3</xmin><ymin>3</ymin><xmax>4</xmax><ymax>4</ymax></bndbox></part>';
  const photo = parsed(file(object('person', 0, part)));
  expect(photo.labels).toEqual(['person']);
  expect(photo.boxes[0]).toMatchObject({ label: 'person', x0: 0, x1: 20 });
});

test('a category with one easy object is a label, with difficult ones alone a difficult label', () => {
  const photo = parsed(file(object('car', 1) + object('dog', 1) + object('car', 0)));
  expect(photo).toMatchObject({ labels: ['car'], difficultLabels: ['dog'] });
  expect(parsed(file(object('car', 0).replace('>0<', '> True <'))).difficultLabels).toEqual(['car']);
});

test.each([
  ['attributes', file(`<object id="3" verified='yes'><name lang="en">dog</name>${BOX}</object>`)],
  ['comments', file(`<!-- ${object('ghost', 0)} --><object><name>d<!-- a ghost -->og</name>${BOX}</object>`)],
  ['CDATA', file(`<object><name><![CDATA[dog]]></name>${BOX}</object>`)],
  ['entities', file(`<object><name>d&#111;&#x67;</name>${BOX}</object>`)],
  [
    'a declaration, a document type and line breaks',
    `<?xml version="1.0"?>\n<!DOCTYPE annotation>\n${file(`<object>\n<name>\n dog\n</name>${BOX}</object>`)}\n`,
  ],
  ['a name space', file(object('dog', 0)).replace('<annotation>', '<annotation xmlns="urn:labels">')],
  ['another case', file(object('Dog', 0))],
])('%s change nothing of what a file says', (_, xml) => {
  expect(parsed(xml)).toMatchObject({
    labels: ['dog'],
    boxes: [{ label: 'dog', x0: 0, y0: 10, x1: 20, y1: 30 }],
    said: [],
  });
});

test('entities and bare ampersands of a file name are its letters', () => {
  expect(parsed(file('', 'Tom &amp; Jerry &lt;1&gt;.jpg')).file).toBe('JPEGImages/Tom & Jerry <1>.jpg');
  expect(parsed(file('', 'Tom & Jerry.jpg')).file).toBe('JPEGImages/Tom & Jerry.jpg');
  expect(parsed(file('', '<![CDATA[R&D.jpg]]>')).file).toBe('JPEGImages/R&D.jpg');
});

test('an object without a box or a name is named and left out, and its category counts neither way', () => {
  const polygon = '<object><name>Person</name><polygon><x1>1</x1></polygon></object>';
  const photo = parsed(file(`${polygon}<object>${BOX}</object>${object('car', 0)}`));
  expect(photo).toMatchObject({ labels: ['car'], difficultLabels: ['person'], boxes: [{ label: 'car' }] });
  expect(photo.said).toEqual([
    'a.xml: object 0 (person) has no <bndbox> and is left out',
    'a.xml: object 1 has no <name> and is left out',
  ]);
});

test('a box without area, or with something else than numbers, is named and left out', () => {
  const turned = object('car', 0).replace('>20<', '>0<');
  const words = object('dog', 0).replace('>20<', '>x<');
  expect(parsed(file(turned + words))).toMatchObject({
    boxes: [],
    said: [
      'a.xml: object 0 (car) has a box without area (1, 11, 0, 30) and is left out',
      'a.xml: object 1 (dog) has a <xmax> of "x", wanted a number, and is left out',
    ],
  });
});

test('a file that is no annotation is named', () => {
  expect(() => parsed('<html></html>')).toThrow('a.xml: no <annotation>, so not a PASCAL VOC annotation');
  expect(() => parsed('<annotation><size></annotation>')).toThrow('a.xml: not XML (');
  expect(() => parsed('')).toThrow('a.xml: not XML (');
  expect(() => parsed('<annotation></annotation>')).toThrow('a.xml: no <size>');
  expect(() => parsed(file('').replace(/<width>.*<\/width>/, ''))).toThrow(
    'a.xml: <width> is missing, wanted a positive number',
  );
  expect(() => parsed(file('').replace('>500<', '>0<'))).toThrow('a.xml: <width> is "0", wanted a positive number');
});
