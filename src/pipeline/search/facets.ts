import type { Facets } from '../api/found.ts';
import type { FactColumns } from '../library/columns/factColumns.ts';

/** The folders that a path leads through, from the outermost on; what follows the last slash is none. */
export function foldersOf(path: string): string[] {
  const parts = path
    .split('/')
    .slice(0, -1)
    .filter((part) => part !== '');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** The month in which the time lies, in this machine's time zone: its first instant and the next one's, milliseconds since 1970. */
export function monthOf(time: number): [start: number, end: number] {
  const date = new Date(time);
  const [year, month] = [date.getFullYear(), date.getMonth()];
  return [firstOf(year, month), firstOf(year, month + 1)];
}

function firstOf(year: number, month: number): number {
  const date = new Date(2000, 0, 1);
  // Given to the constructor, years before 100 would be taken for those of the twentieth century.
  date.setFullYear(year, month, 1);
  return date.getTime();
}

const FOUR_WEEKS = 28 * 24 * 3600 * 1000;

/** Gives the first instant of a time's month. Calendars are slow, and in four weeks at most one month begins: each four weeks are looked up once. */
function monthStarts(): (time: number) => number {
  const known = new Map<number, { readonly start: number; readonly next: number }>();
  return (time) => {
    const weeks = Math.floor(time / FOUR_WEEKS);
    let month = known.get(weeks);
    if (month === undefined) {
      const [start, next] = monthOf(weeks * FOUR_WEEKS);
      month = { start, next };
      known.set(weeks, month);
    }
    return time < month.next ? month.start : month.next;
  };
}

/** What there is to filter by. */
export function galleryFacets(facts: FactColumns): Facets {
  const inFolder = new Uint32Array(facts.folders.texts.length);
  const ofCamera = new Uint32Array(facts.cameras.texts.length);
  const folders = new Map<string, number>();
  const months = new Map<number, number>();
  const add = <K>(counts: Map<K, number>, key: K, count = 1) => counts.set(key, (counts.get(key) ?? 0) + count);
  const { folder, camera, takenAt } = facts;
  const monthStart = monthStarts();
  for (let number = 0; number < facts.end; number++) {
    if (!facts.has(number)) continue;
    if (facts.hasOddPath(number)) for (const path of foldersOf(facts.path(number))) add(folders, path);
    else inFolder[folder[number]!]!++;
    ofCamera[camera[number]!]!++;
    add(months, monthStart(takenAt[number]!));
  }
  inFolder.forEach((count, n) => {
    if (count > 0) for (const path of foldersOf(facts.folders.text(n))) add(folders, path, count);
  });
  const byText = (a: string, b: string) => (a < b ? -1 : 1);
  return {
    folders: [...folders].map(([path, count]) => ({ path, count })).sort((a, b) => byText(a.path, b.path)),
    cameras: Array.from(ofCamera, (count, n) => ({ name: facts.cameras.text(n), count }))
      .filter(({ name, count }) => name !== '' && count > 0)
      .sort((a, b) => byText(a.name, b.name)),
    months: [...months].sort((a, b) => b[0] - a[0]).map(([start, count]) => ({ start, count })),
  };
}
