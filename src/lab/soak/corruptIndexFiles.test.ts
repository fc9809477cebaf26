import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { corruptIndexFiles } from './corruptIndexFiles.ts';
import { SOAK_MODEL, soakIndexFile } from './soakIndexFile.ts';

/** The short form; npm run soak does 500. */
test('an index file with something wrong with it is refused with a sentence or imported as it was', async () => {
  const rows = await corruptIndexFiles(soakIndexFile(12), SOAK_MODEL, Array(64).keys());
  expect(rows).toHaveLength(64);
  expect(rows.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThan(40);
});
