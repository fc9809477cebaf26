import { say } from '../language/say.ts';
import type { Ask } from '../route/ask.ts';
import type { AskChip } from '../route/askChip.ts';
import { withoutChip } from '../route/chipList.ts';
import { spanInWords } from './dateWords.ts';

/** A part of the question that a person can take away by itself. */
export type AskPart =
  | { readonly kind: 'chip'; readonly index: number; readonly chip: AskChip }
  | { readonly kind: 'word'; readonly index: number }
  | { readonly kind: 'taken' | 'folder' | 'camera' | 'album' | 'unrecognised' | 'favourites' };

/** A part as the sentence says it: what joins it to the one before, and its own words. */
export interface SaidPart {
  readonly part: AskPart;
  /** 'and', 'or', 'not', 'and only', ',' … as it stands before the part; '' for the first. */
  readonly before: string;
  readonly text: string;
}

/** The question in the order in which a sentence says it: "person and dog or cat, not sofa, June 2021". */
export function sentenceParts(ask: Ask): SaidPart[] {
  const chips = ask.chips.map((chip, index) => ({ chip, index }));
  const of = (...roles: AskChip['role'][]) => chips.filter(({ chip }) => roles.includes(chip.role));
  const parts: SaidPart[] = [];
  const { line } = say;
  const tell = (part: AskPart, before: string, text: string) =>
    parts.push({ part, before: parts.length === 0 ? atFirst(before) : before, text });
  for (const one of of('all', 'only')) {
    tell({ kind: 'chip', ...one }, one.chip.role === 'only' ? line.andOnly : line.and, chipWords(one.chip));
  }
  const alternatives = of('any');
  alternatives.forEach((one, i) => tell({ kind: 'chip', ...one }, i === 0 ? line.and : line.or, chipWords(one.chip)));
  for (const one of of('none')) tell({ kind: 'chip', ...one }, line.not, chipWords(one.chip));
  if (ask.unrecognised) tell({ kind: 'unrecognised' }, line.comma, line.unrecognised);
  if (ask.favourites) tell({ kind: 'favourites' }, line.comma, line.favourites);
  if (ask.taken !== null) tell({ kind: 'taken' }, line.comma, spanInWords(ask.taken));
  if (ask.folder !== null) tell({ kind: 'folder' }, line.inFolder, lastName(ask.folder));
  if (ask.album !== null) tell({ kind: 'album' }, line.inAlbum, ask.album);
  if (ask.camera !== null) tell({ kind: 'camera' }, line.takenWith, ask.camera);
  ask.words.forEach((word, index) => tell({ kind: 'word', index }, line.named, line.quoted(word)));
  return parts;
}

/** What joins a part to the one before it, where there is none before it. */
function atFirst(before: string): string {
  const { and, or, comma } = say.line;
  const joint = [and, or, comma].find((one) => before.startsWith(one));
  return joint === undefined ? before : before.slice(joint.length).trimStart();
}

function chipWords({ category, role, like }: AskChip): string {
  return like !== null && role !== 'none' ? say.line.thisOne(category) : say.category(category);
}

/** The folder's own name; its whole path is told where there is room. */
function lastName(path: string): string {
  return path.split('/').findLast((name) => name !== '') ?? path;
}

/** The whole question: "person and chair, not dog, 2019"; "all photos" for none. */
export function askInWords(ask: Ask): string {
  const parts = sentenceParts(ask);
  if (parts.length === 0) return say.line.allPhotos;
  return parts
    .map(({ before, text }) => (before === '' ? text : `${before} ${text}`))
    .join(' ')
    .replaceAll(' ,', ',');
}

/** The question without one of its parts. */
export function withoutPart(ask: Ask, part: AskPart): Ask {
  switch (part.kind) {
    case 'chip':
      return { ...ask, chips: withoutChip(ask.chips, part.index) };
    case 'word':
      return { ...ask, words: ask.words.filter((_, index) => index !== part.index) };
    case 'unrecognised':
    case 'favourites':
      return { ...ask, [part.kind]: false };
    case 'taken':
    case 'folder':
    case 'camera':
    case 'album':
      return { ...ask, [part.kind]: null };
  }
}
