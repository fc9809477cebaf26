import type { Ask } from '../route/ask.ts';
import type { AskChip, ChipRole } from '../route/askChip.ts';
import { tidied, withChip, withRole } from '../route/chipList.ts';
import type { DaySpan } from '../route/days.ts';

/** One thing that the search line asks for. */
export type LineTerm =
  | { readonly kind: 'category'; readonly category: string; readonly role: ChipRole }
  | { readonly kind: 'taken'; readonly span: DaySpan }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'camera'; readonly name: string }
  | { readonly kind: 'album'; readonly name: string }
  | { readonly kind: 'unrecognised' }
  | { readonly kind: 'favourites' }
  /** Part of a file's name or path. */
  | { readonly kind: 'word'; readonly word: string };

/** The question with one more term. A question has one time, folder, camera and album: the last one counts. */
export function withTerm(ask: Ask, term: LineTerm): Ask {
  switch (term.kind) {
    case 'category':
      return { ...ask, chips: withChip(ask.chips, { category: term.category, role: term.role, like: null }) };
    case 'taken':
      return { ...ask, taken: term.span };
    case 'folder':
      return { ...ask, folder: term.path };
    case 'camera':
      return { ...ask, camera: term.name };
    case 'album':
      return { ...ask, album: term.name };
    case 'unrecognised':
      return { ...ask, unrecognised: true };
    case 'favourites':
      return { ...ask, favourites: true };
    case 'word':
      return ask.words.includes(term.word) ? ask : { ...ask, words: [...ask.words, term.word] };
  }
}

/** The question with all terms. Alternatives come together, since one "or" alone asks for the same as "and"; "or cat" joins the chip before. */
export function withTerms(ask: Ask, terms: readonly LineTerm[]): Ask {
  const alternatives = terms.flatMap((term) => (term.kind === 'category' && term.role === 'any' ? term.category : []));
  const before = terms.filter((term) => term.kind !== 'category' || term.role !== 'any').reduce(withTerm, ask);
  const [one, ...more] = alternatives;
  if (one === undefined) return before;
  if (more.length === 0) {
    const chips = withChip(before.chips, { category: one, role: 'all', like: null });
    const at = chips.findIndex(({ category }) => category === one);
    return { ...before, chips: withRole(chips, at, 'any') };
  }
  const kept = before.chips.filter(({ category }) => !alternatives.includes(category));
  const joined = alternatives.map((category): AskChip => ({ category, role: 'any', like: null }));
  return { ...before, chips: tidied([...kept, ...joined]) };
}
