import { expect, test } from 'vitest';
import { isHiddenPath } from '../../../pipeline/api/hiddenPath.ts';
import { withoutHidden } from './hiddenFiles.ts';

test('of a camera card only the photos are left', () => {
  const card = [
    'card/.Trashes/501/deleted.jpg',
    'card/.thumbnails/1002.jpg',
    'card/DCIM/100CANON/._IMG_0001.JPG',
    'card/DCIM/100CANON/@eaDir/IMG_0001.JPG/SYNOPHOTO_THUMB_XL.jpg',
    'card/DCIM/Thumbs.db',
    'card/__MACOSX/DCIM/IMG_0001.JPG',
    'card/$RECYCLE.BIN/S-1-5/$R1.jpg',
    'card/DCIM/100CANON/IMG_0001.JPG',
  ];
  expect(card.filter((path) => !isHiddenPath(path))).toEqual(['card/DCIM/100CANON/IMG_0001.JPG']);
});

test('a dot within a name hides nothing', () => {
  expect(['2019.summer/a.b.jpg', 'me @ home.jpg', 'thumbs.db.jpg', './photo.jpg'].some(isHiddenPath)).toBe(false);
});

test('a chosen file has its name alone, a file of a folder its whole path', () => {
  const inside = new File(['x'], 'deleted.jpg');
  Object.defineProperty(inside, 'webkitRelativePath', { value: 'card/.Trashes/deleted.jpg' });
  expect(withoutHidden([new File(['x'], '._a.jpg'), inside, new File(['x'], 'a.jpg')]).map(({ name }) => name)).toEqual(
    ['a.jpg'],
  );
});
