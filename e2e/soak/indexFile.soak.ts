import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { corruptIndexFiles, corruptTable } from '../../src/lab/soak/corruptIndexFiles.ts';
import { SOAK_MODEL, soakIndexFile } from '../../src/lab/soak/soakIndexFile.ts';

const TIMES = Number(process.env['FACET_SOAK_CORRUPTIONS'] ?? 500);

test(`${TIMES} index files with something wrong with them: each is refused with a sentence, or imported as it was`, async () => {
  const rows = await corruptIndexFiles(soakIndexFile(12), SOAK_MODEL, Array(TIMES).keys());
  console.log(corruptTable(rows));
  expect(rows).toHaveLength(TIMES);
});
