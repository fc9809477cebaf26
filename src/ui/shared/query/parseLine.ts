import { plain } from '../language/plain.ts';
import { say } from '../language/say.ts';
import type { ChipRole } from '../route/askChip.ts';
import { LONGEST_DATE, spanOfWords } from './dateWords.ts';
import type { LineTerm } from './lineTerm.ts';
import { cameraNamed, categoryNamed, type Vocabulary } from './vocabulary.ts';

/** What a line was understood as. */
export interface ReadLine {
  readonly terms: readonly LineTerm[];
  /** What could not be meant, in sentences for a person. */
  readonly problems: readonly string[];
}

interface Token {
  readonly text: string;
  /** In quotes: a file name, whatever else it may look like. */
  readonly quoted: boolean;
}

/** More words than a name of ours has: "Canon EOS 5D Mark IV". */
const LONGEST_NAME = 6;

/**
 * Reads a search line: `dog -person 2019`, `dog or cat`, `only sheep`, `last summer`, `folder:Rome`, `"IMG 12"`. The longest run of words that
 * names something counts; what names nothing is looked for in file names.
 */
export function parseLine(line: string, vocabulary: Vocabulary, today: Date): ReadLine {
  const { joins, ors, nots, onlys } = say.typed;
  const tokens = tokensOf(line);
  const terms: LineTerm[] = [];
  const problems: string[] = [];
  let role: ChipRole = 'all';
  let either = false;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const word = token.quoted ? null : plain(token.text);
    const reading = readAt(tokens, at, vocabulary, today);
    if (word !== null && reading === null && [nots, onlys, ors, joins].some((kind) => kind.includes(word))) {
      if (nots.includes(word)) role = 'none';
      else if (onlys.includes(word)) role = 'only';
      else if (ors.includes(word)) either = true;
      at++;
      continue;
    }
    const term: LineTerm = reading?.term ?? { kind: 'word', word: token.text };
    at += reading?.length ?? 1;
    if (term.kind === 'category') {
      if (either && role === 'all') joinLast(terms);
      terms.push({ ...term, role: either && role === 'all' ? 'any' : role });
    } else if (role === 'none') {
      problems.push(say.line.onlyCategories(said(term)));
    } else terms.push(term);
    role = 'all';
    either = false;
  }
  return { terms, problems };
}

/** "dog or cat": the category before joins in. */
function joinLast(terms: LineTerm[]): void {
  const last = terms.at(-1);
  if (last?.kind === 'category' && last.role === 'all') terms[terms.length - 1] = { ...last, role: 'any' };
}

function said(term: LineTerm): string {
  switch (term.kind) {
    case 'word':
      return term.word;
    case 'folder':
      return term.path;
    case 'camera':
    case 'album':
      return term.name;
    case 'taken':
      return say.line.aTime;
    case 'favourites':
      return say.line.favourites;
    case 'unrecognised':
      return say.line.unrecognised;
    case 'category':
      return say.category(term.category);
  }
}

/** Words, quoted or not; a hyphen, plus or bar before a word stands alone. */
function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  // A key may stand before quotes: folder:"My photos".
  for (const match of line.matchAll(/([\p{L}]+:)?"([^"]*)"?|([-!+|&,]+)(?=[^\s\d]|\s|$)|[^\s",|&]+/gu)) {
    const [whole, key, quotedText, signs] = match;
    if (quotedText !== undefined) {
      if (quotedText.trim() !== '')
        tokens.push({ text: `${key ?? ''}${quotedText.trim()}`, quoted: key === undefined });
    } else if (signs !== undefined) {
      for (const sign of signs) tokens.push({ text: sign, quoted: false });
    } else tokens.push({ text: whole, quoted: false });
  }
  return tokens;
}

interface Reading {
  readonly term: LineTerm;
  /** Tokens that it took. */
  readonly length: number;
}

/** What the tokens from `at` on name, the longest run first; null for nothing known. */
function readAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary, today: Date): Reading | null {
  const first = tokens[at];
  if (first === undefined || first.quoted) return null;
  const keyed = readKey(first.text, vocabulary, today);
  if (keyed !== null) return { term: keyed, length: 1 };
  const run = tokens.slice(at, at + LONGEST_NAME);
  const quote = run.findIndex(({ quoted }) => quoted);
  for (let length = quote < 0 ? run.length : quote; length > 0; length--) {
    const words = run.slice(0, length).map(({ text }) => text);
    const term = readPhrase(words, vocabulary, today);
    if (term !== null) return { term, length };
  }
  return null;
}

function readPhrase(
  words: readonly string[],
  { categories, folders, cameras, albums }: Vocabulary,
  today: Date,
): LineTerm | null {
  const phrase = words.join(' ');
  const wanted = plain(phrase);
  const category = categoryNamed(phrase, categories);
  if (category !== null) return { kind: 'category', category, role: 'all' };
  const span = words.length <= LONGEST_DATE ? spanOfWords(wanted.split(' '), today) : null;
  if (span !== null) return { kind: 'taken', span };
  if (say.typed.unrecognised.includes(wanted)) return { kind: 'unrecognised' };
  if (say.typed.favourites.includes(wanted)) return { kind: 'favourites' };
  const album = albums.find((name) => plain(name) === wanted);
  if (album !== undefined) return { kind: 'album', name: album };
  const folder = folders.find((path) => plain(path) === wanted);
  if (folder !== undefined) return { kind: 'folder', path: folder };
  // Two letters are more likely part of a file's name.
  const camera = phrase.length < 3 ? null : cameraNamed(phrase, cameras);
  return camera === null ? null : { kind: 'camera', name: camera };
}

/** `folder:Rome`, `camera:iphone`, `album:Best`, `taken:2019`, `name:dog`. */
function readKey(text: string, vocabulary: Vocabulary, today: Date): LineTerm | null {
  const match = /^(\p{L}+):(.+)$/u.exec(text);
  const [key, value] = [plain(match?.[1] ?? ''), match?.[2] ?? ''];
  switch (keyNamed(key)) {
    case 'folder':
      return { kind: 'folder', path: folderNamed(value, vocabulary.folders) };
    case 'camera':
      return { kind: 'camera', name: cameraNamed(value, vocabulary.cameras) ?? value };
    case 'album':
      return { kind: 'album', name: vocabulary.albums.find((name) => plain(name) === plain(value)) ?? value };
    case 'name':
      return { kind: 'word', word: value };
    case 'taken': {
      const span = spanOfWords(plain(value).split(' '), today);
      return span === null ? null : { kind: 'taken', span };
    }
    case null:
      return null;
  }
}

type Key = keyof typeof say.typed.keys;

const KEYS: readonly Key[] = ['folder', 'camera', 'album', 'name', 'taken'];

/** What a word before a colon means. */
function keyNamed(word: string): Key | null {
  return KEYS.find((key) => say.typed.keys[key].includes(word)) ?? null;
}

/** A folder by its path, or by its own name where that is enough to know it. */
function folderNamed(value: string, folders: readonly string[]): string {
  const wanted = plain(value);
  const whole = folders.find((path) => plain(path) === wanted);
  const last = folders.filter((path) => plain(path).endsWith(`/${wanted}`));
  return whole ?? (last.length === 1 ? last[0] : undefined) ?? value;
}
