import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeFile } from '../../terminal/pictures/decodePhoto.ts';
import { CASES, WITHOUT_CASES } from './fixtures/dataFolder.ts';

test.skipIf(!existsSync(CASES))(
  `alpha_hidden_black.png is white where it is transparent ${WITHOUT_CASES}`,
  async () => {
    const { image } = await decodeFile(readFileSync(join(CASES, 'alpha_hidden_black.png')));
    expect([...image.data.subarray(0, 3)]).toEqual([255, 255, 255]);
  },
);
