import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ENGINES, EXPORTS, type ExportEngine } from '../exports/exportTo.ts';
import { openIndexFile } from '../indexFile/openedIndexFile.ts';

const USAGE = `npm run index:export -- FILE --to postgres|faiss|parquet [--out DIR]

  FILE        an index file: exported by the page, or made by npm run index
  --to        postgres: a script with a partitioned table, codes as bit(64), and functions that search it
              faiss: flat and multi-hash index files of the codes, and which photo is at which place
              parquet: a table with codes as binary columns
  --out DIR   FILE.postgres and so on if not given`;

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const {
  values: { to, out },
  positionals: [path],
} = parseArgs({
  options: { to: { type: 'string' }, out: { type: 'string' } },
  allowPositionals: true,
});

function isEngine(name: string | undefined): name is ExportEngine {
  return ENGINES.some((engine) => engine === name);
}

if (path === undefined || !isEngine(to)) fail(USAGE);
try {
  const index = await openIndexFile(path);
  const folder = out ?? `${path}.${to}`;
  mkdirSync(folder, { recursive: true });
  const { files, notes } = await EXPORTS[to](index, folder, (done) => {
    if (done % 100_000 === 0) console.error(`${done} of ${index.header.photos} photos`);
  });
  console.log([`${index.header.photos} photos in ${files.join(', ')}`, ...notes].join('\n'));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
