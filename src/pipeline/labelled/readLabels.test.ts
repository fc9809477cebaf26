import { expect, test } from 'vitest';
import { memoryFolder } from './memoryFolder.ts';
import { readLabels } from './readLabels.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function read(files: Readonly<Record<string, string>>) {
  const said: string[] = [];
  const folder = memoryFolder(
    'mine',
    Object.entries(files).map(([path, text]) => ({ path, bytes: text === '' ? null : bytes(text) })),
  );
  const { layout, photos } = readLabels(folder, (sentence) => said.push(sentence));
  return { layout, said, photos: photos.map(({ file, role, labels }) => ({ file, role, labels })) };
}

test('the folder that holds a photo names its category, and one above it the part', () => {
  expect(
    read({
      'Cats/1.jpg': '',
      'val/potted_plant/2.PNG': '',
      'train/dogs/3.jpg': '',
      'train/4.jpg': '',
      'Cats/notes.txt': '',
    }),
  ).toEqual({
    layout: 'folders',
    photos: [
      { file: 'Cats/1.jpg', role: 'train', labels: ['cats'] },
      { file: 'val/potted_plant/2.PNG', role: 'query', labels: ['pottedplant'] },
      { file: 'train/dogs/3.jpg', role: 'train', labels: ['dogs'] },
    ],
    said: ['mine: 1 photos lie in no folder that is named after a category and are left out'],
  });
});

test('a table names a category in one column, on one line or on several, whatever separates its columns', () => {
  const photos = [
    { file: 'a.jpg', role: 'train', labels: ['dog', 'person'] },
    { file: 'in/b.jpg', role: 'query', labels: ['sofa'] },
  ];
  const files = { 'a.jpg': '', 'in/b.jpg': '' };
  expect(
    read({ ...files, 'x.csv': 'Filename,Labels,split\na.jpg,dog; Person,train\n"in/b.jpg",couch,val\n' }),
  ).toMatchObject({
    layout: 'csv',
    photos,
    said: [],
  });
  expect(read({ ...files, 'x.csv': 'image;class;set\r\na;dog;\r\na;person;\r\nb.jpg;couch;test\r\n' }).photos).toEqual(
    photos,
  );
});

test('a table with a column of 1 and 0 for each category', () => {
  expect(read({ 'a.jpg': '', 'b.jpg': '', 'x.csv': 'file,dog,cat\na.jpg,1,0\nb.jpg,0,0\n' }).photos).toEqual([
    { file: 'a.jpg', role: 'train', labels: ['dog'] },
    { file: 'b.jpg', role: 'train', labels: [] },
  ]);
});

test('what is wrong with a table is named by its line', () => {
  expect(read({ 'a.jpg': '', 'x.csv': 'file,label\na.jpg,dog\nz.jpg,cat\n,cat\n' }).said).toEqual([
    'mine/x.csv: line 3: there is no photo z.jpg, so it is left out',
    'mine/x.csv: line 4 names no photo and is left out',
  ]);
  expect(() => read({ 'a.jpg': '', 'x.csv': 'what,label\na.jpg,dog\n' })).toThrow(
    'mine/x.csv: no column names the photo, wanted one of',
  );
  expect(() => read({ 'a.jpg': '', 'x.csv': 'file,kind\na.jpg,dog\n' })).toThrow(
    'mine/x.csv: line 2: kind is "dog", wanted 1 or 0',
  );
  expect(() => read({ 'a.jpg': '', 'x.csv': 'file,label\na.jpg,dog,cat\n' })).toThrow(
    'mine/x.csv: line 2: Too many fields',
  );
  expect(() => read({ 'a.jpg': '', 'x.csv': 'file,label\n', 'y.csv': 'file,label\n' })).toThrow(
    'mine has 2 tables (x.csv, y.csv)',
  );
});

test('VOC and COCO are read from memory as from a disk', () => {
  const annotation =
    '<annotation><filename>a</filename><size><width>4</width><height>4</height></size><object><name>dog</name>' +
    '<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></object></annotation>';
  expect(read({ 'Annotations/a.xml': annotation, 'JPEGImages/a.jpeg': '' })).toMatchObject({
    layout: 'pascal-voc',
    photos: [{ file: 'JPEGImages/a.jpeg', labels: ['dog'] }],
  });
  const instances = { images: [{ id: 1, file_name: 'a.jpg', width: 4, height: 4 }], annotations: [], categories: [] };
  expect(read({ 'annotations/instances_val.json': JSON.stringify(instances), 'images/a.jpg': '' })).toMatchObject({
    layout: 'coco',
    photos: [{ file: 'images/a.jpg', role: 'query' }],
  });
});

test('a folder without labels is told what is looked for', () => {
  expect(() => read({ 'a.jpg': '' })).toThrow(
    'mine has no annotations.json (Facet), no Annotations/*.xml (PASCAL VOC)',
  );
});
