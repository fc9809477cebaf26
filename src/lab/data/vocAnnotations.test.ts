import { expect, test } from 'vitest';
import { parseVocAnnotation, parseVocImageSet } from './vocAnnotations.ts';

const object = (name: string, difficult: 0 | 1, inside = '') => `
  <object><name>${name}</name><pose>Left</pose><difficult>${difficult}</difficult>${inside}
    <bndbox><xmin>1</xmin><ymin>11</ymin><xmax>20</xmax><ymax>30</ymax></bndbox></object>`;
const file = (objects: string) =>
  `<annotation><filename>000005.jpg</filename><size><width>500</width><height>375</height><depth>3</depth></size>${objects}</annotation>`;

test('pixels that count from 1 with the far edge in become pixels from 0 with the far edge out', () => {
  const photo = parseVocAnnotation('a.xml', file(object('chair', 0)), '000005', 'train');
  expect(photo).toEqual({
    id: '000005',
    file: 'JPEGImages/000005.jpg',
    width: 500,
    height: 375,
    role: 'train',
    labels: ['chair'],
    difficultLabels: [],
    boxes: [{ label: 'chair', x0: 0, y0: 10, x1: 20, y1: 30, difficult: false }],
  });
});

test("a body part is no object, even where it stands before its owner's own box", () => {
  const part =
    '<part><name>head</name><bndbox><xmin>3</xmin><ymin>3</ymin><xmax>4</xmax><ymax>4</ymax></bndbox></part>';
  const photo = parseVocAnnotation('a.xml', file(object('person', 0, part)), '000005', 'query');
  expect(photo.labels).toEqual(['person']);
  expect(photo.boxes[0]).toMatchObject({ label: 'person', x0: 0, x1: 20 });
});

test('a category with one easy object is a label, with difficult ones alone a difficult label', () => {
  const photo = parseVocAnnotation('a.xml', file(object('car', 1) + object('dog', 1) + object('car', 0)), '1', 'train');
  expect(photo).toMatchObject({ labels: ['car'], difficultLabels: ['dog'] });
});

test('misfits are named by file and object', () => {
  expect(() => parseVocAnnotation('a.xml', '<html></html>', '1', 'train')).toThrow(
    'a.xml: no <annotation>, so not a PASCAL VOC annotation',
  );
  expect(() => parseVocAnnotation('a.xml', '<annotation></annotation>', '1', 'train')).toThrow('a.xml: no <size>');
  expect(() => parseVocAnnotation('a.xml', file('<object></object>'), '1', 'train')).toThrow(
    'a.xml: object 0: no <name>',
  );
  expect(() => parseVocAnnotation('a.xml', file('<object><name>car</name></object>'), '1', 'train')).toThrow(
    'a.xml: object 0: no <bndbox>',
  );
  expect(() => parseVocAnnotation('a.xml', file(object('car', 0).replace('>20<', '>x<')), '1', 'train')).toThrow(
    'a.xml: object 0: <xmax> is "x", wanted a number',
  );
  expect(() => parseVocAnnotation('a.xml', file('').replace(/<width>.*<\/width>/, ''), '1', 'train')).toThrow(
    'a.xml: <width> is missing, wanted a number',
  );
});

test('an image set gives its ids with or without a second column', () => {
  expect(parseVocImageSet('000005\n000007  1\r\n\n000009 -1\n')).toEqual(['000005', '000007', '000009']);
});
