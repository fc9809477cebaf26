import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CASES, dataFolders, WITHOUT_CASES } from './fixtures/dataFolder.ts';
import { readDataset } from './readDataset.ts';

const folderWith = dataFolders();

/** What a folder says, and what a person is told about it. */
function read(folder: string) {
  const said: string[] = [];
  const { photos } = readDataset(folder, (sentence) => said.push(sentence));
  return { photos, said };
}

const annotation = (filename: string, category: string) =>
  `<annotation><filename>${filename}</filename><size><width>4</width><height>4</height></size><object><name>${category}</name>` +
  '<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></object></annotation>';

test('every photo gets its role and its file, under names with spaces, entities and no ending', () => {
  const folder = folderWith({
    'Annotations/my cat 1.xml': annotation('my cat 1', 'Cat'),
    'Annotations/salt & pepper 0.xml': annotation('salt &amp; pepper 0.png', 'Potted_Plant'),
    'Annotations/._my cat 1.xml': 'what macOS leaves on a memory card',
    'JPEGImages/my cat 1.jpeg': '',
    'JPEGImages/salt & pepper 0.png': '',
    'ImageSets/Main/test.txt': '\ufeffmy cat 1\r\n',
  });
  const { photos, said } = read(folder);
  expect(photos.map(({ id, file, role, labels }) => ({ id, file, role, labels }))).toEqual([
    { id: 'my cat 1', file: 'JPEGImages/my cat 1.jpeg', role: 'query', labels: ['cat'] },
    { id: 'salt & pepper 0', file: 'JPEGImages/salt & pepper 0.png', role: 'train', labels: ['pottedplant'] },
  ]);
  expect(said).toEqual([]);
});

test('the file beside the annotation counts where the name inside is of a photo that was renamed', () => {
  const folder = folderWith({ 'Annotations/b.xml': annotation('IMG_1.jpg', 'dog'), 'JPEGImages/b.jpg': '' });
  expect(read(folder).photos[0]!.file).toBe('JPEGImages/b.jpg');
});

test('a list that names photos without an annotation is said, and the val list counts where the test list names nobody', () => {
  const folder = folderWith({
    'Annotations/a.xml': annotation('a.jpg', 'dog'),
    'Annotations/b.xml': annotation('b.jpg', 'dog'),
    'ImageSets/Main/test.txt': 'x\ny\n',
    'ImageSets/Main/val.txt': 'b\n',
  });
  const { photos, said } = read(folder);
  expect(photos.map(({ role }) => role)).toEqual(['train', 'query']);
  expect(said).toEqual([
    `${join(folder, 'ImageSets/Main/test.txt')}: 2 of its lines name no file of Annotations, the first "x"`,
  ]);
});

test('of very many objects that cannot be used twenty are named and the rest counted', () => {
  const outlines = '<object><name>cow</name></object>'.repeat(50);
  const folder = folderWith({
    'Annotations/a.xml': annotation('a.jpg', 'dog').replace('</annotation>', `${outlines}</annotation>`),
  });
  const { said } = read(folder);
  expect(said).toHaveLength(21);
  expect(said[0]).toBe(`${join(folder, 'Annotations/a.xml')}: object 1 (cow) has no <bndbox> and is left out`);
  expect(said[20]).toBe('… and 30 more of the same kind');
});

const BOX = { x0: 10, y0: 10, x1: 60, y1: 50, difficult: false };

test.skipIf(!existsSync(CASES)).each([
  ['voc_verified', 'dog'],
  ['voc_comment', 'dog'],
  ['voc_entity_in_file_name', 'dog'],
  ['voc_name_without_ending', 'dog'],
  ['voc_names_with_spaces', 'dog'],
  ['voc_object_without_box', 'dog'],
  ['voc_other_spelling', 'aeroplane'],
])(`%s is read whole ${WITHOUT_CASES}`, (name, second) => {
  const folder = join(CASES, name);
  const { photos, said } = read(folder);
  expect(photos.map(({ role, labels, boxes }) => ({ role, labels, boxes }))).toEqual(
    (['query', 'query', 'train', 'train'] as const).map((role, n) => {
      const label = n % 2 === 0 ? 'car' : second;
      return { role, labels: [label], boxes: [{ label, ...BOX }] };
    }),
  );
  for (const { file } of photos) expect(existsSync(join(folder, file)), file).toBe(true);
  expect(said).toEqual(
    name === 'voc_object_without_box'
      ? [`${join(folder, 'Annotations/trainval0.xml')}: object 0 (person) has no <bndbox> and is left out`]
      : [],
  );
});
