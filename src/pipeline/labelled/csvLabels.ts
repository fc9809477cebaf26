import Papa from 'papaparse';
import { withoutBoxes } from './categoryFolders.ts';
import { canonicalCategory } from './categoryNames.ts';
import type { LabelledPhoto, PhotoRole } from './dataset.ts';
import { type LabelFolder, namesThatFit } from './labelFolder.ts';
import { type Say, sayAll } from './leftOut.ts';
import { pictureFinder } from './pictureFinder.ts';

const FILE_COLUMNS = ['file', 'filename', 'file_name', 'path', 'image', 'photo', 'picture', 'name'];
const LABEL_COLUMNS = ['label', 'labels', 'category', 'categories', 'class', 'classes', 'tag', 'tags'];
const ROLE_COLUMNS = ['role', 'split', 'set', 'subset'];

/** The table beside the photos; null where there is none. @throws Error where there are several. */
export function csvFile(folder: LabelFolder): string | null {
  const names = namesThatFit(folder, '', /\.csv$/i);
  if (names.length > 1)
    throw new Error(`${folder.name} has ${names.length} tables (${names.join(', ')}), wanted one that has all labels`);
  return names[0] ?? null;
}

/**
 * A table of labels with a line of names first. One column names the photo (`file`, `path`, `image` …). Either another one names its
 * categories (`label`, `category`, `class` …; several with a semicolon or | between them, or a line for each), or every category
 * has a column of its own with 1 and 0 in it. A column `split` or `role` may say `train`, `val` or `test`. A line whose photo is not there, or that
 * has no category, is named to `say`; the first is left out.
 * @throws Error naming the table where a column is missing or a line cannot be read.
 */
export function readCsv(folder: LabelFolder, table: string, say: Say): LabelledPhoto[] {
  const source = `${folder.name}/${table}`;
  const { data, errors, meta } = Papa.parse<Record<string, string>>(folder.text(table), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim(),
  });
  const [broken] = errors.filter(({ type }) => type !== 'Delimiter');
  if (broken) throw new Error(`${source}: line ${(broken.row ?? 0) + 2}: ${broken.message}`);
  const columns = meta.fields ?? [];
  const columnOf = (known: readonly string[]) => columns.find((name) => known.includes(name.toLowerCase()));
  const file = columnOf(FILE_COLUMNS);
  if (file === undefined)
    throw new Error(`${source}: no column names the photo, wanted one of ${FILE_COLUMNS.join(', ')}`);
  const label = columnOf(LABEL_COLUMNS);
  const role = columnOf(ROLE_COLUMNS);
  const flags = label === undefined ? columns.filter((name) => name !== file && name !== role) : [];
  if (label === undefined) checkFlags(source, flags, data);
  const find = pictureFinder(folder.paths().filter((path) => !path.includes('/')));
  const anywhere = new Set(folder.paths());
  const leftOut: string[] = [];
  const photos = new Map<string, { role: PhotoRole; labels: Set<string> }>();
  data.forEach((row, n) => {
    const written = (row[file] ?? '').trim().replaceAll('\\', '/').replace(/^\.\//, '');
    const where = `${source}: line ${n + 2}`;
    if (written === '') return leftOut.push(`${where} names no photo and is left out`);
    const path = anywhere.has(written) ? written : (find(written) ?? endingWith(anywhere, written));
    if (path === undefined) return leftOut.push(`${where}: there is no photo ${written}, so it is left out`);
    const photo = photos.get(path) ?? { role: roleOf(row[role ?? '']), labels: new Set<string>() };
    photos.set(path, photo);
    const names = label === undefined ? flags.filter((name) => isSet(row[name])) : (row[label] ?? '').split(/[;|]/);
    for (const name of names.map((one) => one.trim()).filter((one) => one !== ''))
      photo.labels.add(canonicalCategory(name));
  });
  sayAll(say, leftOut);
  return [...photos].map(([path, photo]) => withoutBoxes(path, photo.role, [...photo.labels]));
}

/** Where the table names a photo by less than its path: `images/a.jpg` of `data/images/a.jpg`. */
function endingWith(paths: ReadonlySet<string>, written: string): string | undefined {
  for (const path of paths) if (path.endsWith(`/${written}`)) return path;
  return undefined;
}

function roleOf(written: string | undefined): PhotoRole {
  return /^(?:val|valid|validation|test|query)/i.test((written ?? '').trim()) ? 'query' : 'train';
}

function isSet(written: string | undefined): boolean {
  return /^(?:1|1\.0|true|yes)$/i.test((written ?? '').trim());
}

function checkFlags(source: string, flags: readonly string[], rows: readonly Record<string, string>[]): void {
  if (flags.length === 0)
    throw new Error(`${source}: no column names a category, wanted one of ${LABEL_COLUMNS.join(', ')}`);
  for (const [n, row] of rows.entries())
    for (const name of flags)
      if (!/^(?:|-1|0|1|0\.0|1\.0|true|false|yes|no)$/i.test((row[name] ?? '').trim()))
        throw new Error(
          `${source}: line ${n + 2}: ${name} is "${row[name]}", wanted 1 or 0 in a column for each category, or one column called ${LABEL_COLUMNS[0]}`,
        );
}
