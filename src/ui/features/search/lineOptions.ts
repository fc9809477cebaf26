import { withTerm, withTerms } from '../../shared/query/lineTerm.ts';
import { parseLine } from '../../shared/query/parseLine.ts';
import { askInWords } from '../../shared/query/sentence.ts';
import { type Completions, suggestions, waysIn } from '../../shared/query/suggestions.ts';
import { ASK_ALL, type Ask } from '../../shared/route/ask.ts';
import type { RememberedSearches } from '../../shared/state/searchMemory.ts';

/** One line of the list under the search line. */
export type LineOption =
  /** The whole line, as it was understood. */
  | { readonly kind: 'reading'; readonly text: string; readonly ask: Ask }
  | {
      readonly kind: 'suggestion';
      readonly text: string;
      readonly hint: string;
      readonly count: number | null;
      readonly ask: Ask;
    }
  | { readonly kind: 'saved'; readonly name: string; readonly hash: string }
  | { readonly kind: 'recent'; readonly hash: string };

export interface LineOptions {
  readonly options: readonly LineOption[];
  /** What of the line could not be meant. */
  readonly problems: readonly string[];
  /** The question that the whole line adds up to; null where it adds nothing. */
  readonly ask: Ask | null;
}

interface LineState {
  readonly line: string;
  /** What is asked already. */
  readonly ask: Ask;
  readonly completions: Completions;
  readonly remembered: RememberedSearches;
  readonly today: Date;
}

/** What the search line offers: saved and recent searches while it is empty, else ways to go on and what it says as a whole. */
export function lineOptions({ line, ask, completions, remembered, today }: LineState): LineOptions {
  if (line.trim() === '') {
    return {
      options: [
        ...remembered.saved.map((saved) => ({ kind: 'saved' as const, ...saved })),
        ...remembered.recent.map((hash) => ({ kind: 'recent' as const, hash })),
        ...waysIn(completions, today).map(({ term, text, hint, count }) => ({
          kind: 'suggestion' as const,
          text,
          hint,
          count,
          ask: withTerm(ask, term),
        })),
      ],
      problems: [],
      ask: null,
    };
  }
  const { terms, problems } = parseLine(line, completions, today);
  const offered = suggestions(line, completions, today).map(({ term, head, text, hint, count }): LineOption => {
    const before = parseLine(head, completions, today).terms;
    const said = before.length === 0 ? text : `${askInWords(withTerms(ASK_ALL, before))} · ${text}`;
    return { kind: 'suggestion', text: said, hint, count, ask: withTerm(withTerms(ask, before), term) };
  });
  const whole = terms.length === 0 ? null : withTerms(ask, terms);
  // A single name that is offered with its count need not be said twice.
  const named = offered.some((option) => option.kind === 'suggestion' && sameAsk(option.ask, whole));
  const reading: LineOption[] =
    whole === null || named || (problems.length > 0 && offered.length > 0)
      ? []
      : [{ kind: 'reading', text: askInWords(withTerms(ASK_ALL, terms)), ask: whole }];
  // A name that is still being typed is no problem yet.
  return { options: [...offered, ...reading], problems: offered.length > 0 ? [] : problems, ask: whole };
}

function sameAsk(a: Ask, b: Ask | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
