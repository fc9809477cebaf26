import { plain } from '../language/plain.ts';
import { say } from '../language/say.ts';
import type { ChipRole } from '../route/askChip.ts';
import { spanInWords, spanOfWords } from './dateWords.ts';
import type { LineTerm } from './lineTerm.ts';
import { synonymsOf, type Vocabulary } from './vocabulary.ts';

/** What there is to complete with, and how many photos each leaves. */
export interface Completions extends Vocabulary {
  /** Photos over the gate of each category, in the order of `categories`. */
  readonly counts: readonly number[];
  readonly folderCounts: readonly number[];
  readonly cameraCounts: readonly number[];
  /** Newest first; `start` is the month's first instant. */
  readonly months: readonly { readonly start: number; readonly count: number }[];
}

export interface Suggestion {
  readonly term: LineTerm;
  /** What stands before the words that it completes: read with the rest of the line. */
  readonly head: string;
  readonly text: string;
  /** What kind of thing it is: 'folder', 'camera', 'date'; '' for a category. */
  readonly hint: string;
  /** Photos; null where it is not known. */
  readonly count: number | null;
}

/** Words of the line's end that one suggestion may complete. */
const LONGEST = 3;
const MOST = 7;

/** Ways to go on with the last words of the line, the best first. */
export function suggestions(line: string, completions: Completions, today: Date): Suggestion[] {
  const words = line.trimStart().split(/\s+/);
  if (line.trim() === '' || line.endsWith(' ')) return [];
  const found: Suggestion[] = [];
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    const [role, start] = roleOf(words.slice(-length).join(' '));
    const head = words.slice(0, -length).join(' ');
    if (start === '') continue;
    for (const one of completed(plain(start), role, completions, today)) {
      const same = found.some(({ term }) => JSON.stringify(term) === JSON.stringify(one.term));
      if (!same) found.push({ ...one, head });
    }
  }
  return found.slice(0, MOST);
}

/** "-per": the sign is the role, not part of the name. */
function roleOf(text: string): [ChipRole, string] {
  const match = /^([-!])(.*)$/.exec(text);
  return match === null ? ['all', text] : ['none', match[2] ?? ''];
}

type Completed = Omit<Suggestion, 'head'>;

function completed(start: string, role: ChipRole, completions: Completions, today: Date): Completed[] {
  const categories = completions.categories
    .map((category, index) => ({ category, count: completions.counts[index] ?? 0 }))
    .filter(({ category }) =>
      [say.category(category), ...(start.length > 1 ? synonymsOf(category) : [])].some((name) => begins(name, start)),
    )
    .sort(
      (a, b) =>
        Number(b.count > 0) - Number(a.count > 0) ||
        Number(begins(say.category(b.category), start)) - Number(begins(say.category(a.category), start)) ||
        b.count - a.count,
    )
    .map(({ category, count }): Completed => {
      const text = role === 'none' ? say.line.notCategory(category) : say.category(category);
      return { term: { kind: 'category', category, role }, text, hint: '', count: role === 'none' ? null : count };
    });
  // Only categories can be ruled out.
  if (role === 'none') return categories;
  return [
    ...categories,
    ...times(start, completions, today),
    ...named(completions.albums, [], start, say.line.album, (name) => ({ kind: 'album', name })),
    ...named(completions.folders, completions.folderCounts, start, say.line.folder, (path) => ({
      kind: 'folder',
      path,
    })),
    ...named(completions.cameras, completions.cameraCounts, start, say.line.camera, (name) => ({
      kind: 'camera',
      name,
    })),
    ...fixed(start),
  ];
}

function times(start: string, { months }: Completions, today: Date): Completed[] {
  const relative = say.typed.times
    .filter((time) => plain(time).startsWith(start))
    .flatMap((time): Completed[] => {
      const span = spanOfWords(plain(time).split(' '), today);
      return span === null ? [] : [{ term: { kind: 'taken', span }, text: time, hint: spanInWords(span), count: null }];
    });
  const own = months.flatMap(({ start: instant, count }): Completed[] => {
    const date = new Date(instant);
    const text = say.month(date);
    const span = spanOfWords(plain(text).split(' '), today);
    return span === null || !begins(text, start)
      ? []
      : [{ term: { kind: 'taken', span }, text, hint: say.line.date, count }];
  });
  const years = new Map<string, number>();
  for (const { start: instant, count } of months) {
    const year = String(new Date(instant).getFullYear());
    years.set(year, (years.get(year) ?? 0) + count);
  }
  const ownYears = [...years].flatMap(([year, count]): Completed[] => {
    const span = spanOfWords([year], today);
    return span === null || !year.startsWith(start)
      ? []
      : [{ term: { kind: 'taken', span }, text: year, hint: say.line.date, count }];
  });
  return [...ownYears, ...own.slice(0, 4), ...relative];
}

function named(
  names: readonly string[],
  counts: readonly number[],
  start: string,
  hint: string,
  term: (name: string) => LineTerm,
): Completed[] {
  return names.flatMap((name, index) =>
    begins(name, start) ? { term: term(name), text: name, hint, count: counts[index] ?? null } : [],
  );
}

/** Ways to narrow the gallery down that nobody would guess: its years, folders and cameras, each with the most photos first. */
export function waysIn(completions: Completions, today: Date): Omit<Suggestion, 'head'>[] {
  const most = (list: readonly Completed[], count: number) =>
    [...list].sort((a, b) => (b.count ?? 0) - (a.count ?? 0)).slice(0, count);
  const years = times('', completions, today).filter(({ text }) => /^\d{4}$/.test(text));
  return [
    ...most(years, 2),
    ...most(
      named(completions.folders, completions.folderCounts, '', say.line.folder, (path) => ({ kind: 'folder', path })),
      2,
    ),
    ...most(
      named(completions.cameras, completions.cameraCounts, '', say.line.camera, (name) => ({ kind: 'camera', name })),
      2,
    ),
    ...fixed(''),
  ];
}

function fixed(start: string): Completed[] {
  const both: Completed[] = [
    { term: { kind: 'favourites' }, text: say.line.favourites, hint: '', count: null },
    { term: { kind: 'unrecognised' }, text: say.line.unrecognised, hint: '', count: null },
  ];
  return both.filter(({ text }) => begins(text, start));
}

/** Whether a word of the name begins so; the words of a path stand between slashes. */
function begins(name: string, start: string): boolean {
  const small = plain(name);
  return small.startsWith(start) || small.split(/[\s/]+/).some((word) => word.startsWith(start));
}
