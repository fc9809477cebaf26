import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import { packedBoxes } from '../../pipeline/labelled/dataset.ts';
import { labelledUpright, storedFromUpright } from '../../pipeline/labelled/storedFrame.ts';
import { decodeFile } from '../../terminal/pictures/decodePhoto.ts';
import { CASES, WITHOUT_CASES } from './fixtures/dataFolder.ts';
import { readDataset } from './readDataset.ts';

test.skipIf(!existsSync(CASES))(
  `alpha_hidden_black.png is white where it is transparent ${WITHOUT_CASES}`,
  async () => {
    const { image } = await decodeFile(readFileSync(join(CASES, 'alpha_hidden_black.png')));
    expect([...image.data.subarray(0, 3)]).toEqual([255, 255, 255]);
  },
);

test.skipIf(!existsSync(CASES))(
  `exif_box is measured in the stored frame, which EXIF turns by a quarter ${WITHOUT_CASES}`,
  async () => {
    const [photo] = readDataset(join(CASES, 'exif_box')).photos;
    if (photo === undefined) throw new Error('exif_box holds no photo');
    const { image, frame } = await decodeFile(readFileSync(join(CASES, 'exif_box/images/a.jpg')));
    expect(frame).toEqual({ width: 120, height: 80, orientation: 6 });
    expect([image.width, image.height]).toEqual([80, 120]);
    expect(labelledUpright(frame, photo)).toBe(false);
    // What was found upright at the right edge, from the top to the middle, is the box as it is labelled.
    const found = storedFromUpright(unitBoxes(Float32Array.of(0.75, 0, 1, 0.5)), frame.orientation);
    expect([...found].map((share, side) => share * (side % 2 === 0 ? frame.width : frame.height))).toEqual([
      ...packedBoxes(photo.boxes),
    ]);
  },
);
