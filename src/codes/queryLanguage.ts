import type { SearchExpression } from './searchExpression.ts';

/**
 * The query language as text: `bicycle AND sofa NOT person`, `(cat OR dog) AND @sofa1`.
 *
 *     query  = and { OR and }
 *     and    = not { [AND] not }         two terms side by side mean AND
 *     not    = [NOT] not | name | "name" | @object | ( query )
 *
 * AND, OR and NOT may be written in any case, or as & | ! -. A name is a category's; one with blanks in it is put in
 * quotes. @object is an object of a photo that a person has picked.
 */
export interface QueryVocabulary {
  /** Names by category number. */
  readonly categories: readonly string[];
  /** Picked objects by the name after the @. */
  readonly objects: ReadonlyMap<string, { readonly category: number; readonly piece: Uint32Array }>;
}

/** A text that is no query; `position` is the character, from 0, where it goes wrong. */
export class QuerySyntaxError extends Error {
  override readonly name = 'QuerySyntaxError';
  readonly position: number;
  constructor(position: number, message: string) {
    super(`At position ${position + 1}: ${message}`);
    this.position = position;
  }
}

type Token =
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' | 'end'; readonly position: number; readonly text: string }
  | { readonly kind: 'name' | 'object'; readonly position: number; readonly text: string };

const WORDS: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['and', 'and'],
  ['or', 'or'],
  ['not', 'not'],
]);
const SIGNS: ReadonlyMap<string, 'and' | 'or' | 'not' | 'open' | 'close'> = new Map([
  ['&', 'and'],
  ['|', 'or'],
  ['!', 'not'],
  ['-', 'not'],
  ['(', 'open'],
  [')', 'close'],
]);
/** A word may have hyphens inside it, so only a hyphen before a word says NOT. */
const WORD = /[\p{L}\p{N}_][\p{L}\p{N}_-]*/uy;

function tokens(text: string): Token[] {
  const out: Token[] = [];
  let at = 0;
  const word = (from: number): string => {
    WORD.lastIndex = from;
    return WORD.exec(text)?.[0] ?? '';
  };
  while (at < text.length) {
    const character = text[at]!;
    const sign = SIGNS.get(character);
    if (/\s/.test(character)) {
      at++;
    } else if (sign) {
      out.push({ kind: sign, position: at, text: character });
      at++;
    } else if (character === '"') {
      const end = text.indexOf('"', at + 1);
      if (end < 0) throw new QuerySyntaxError(at, 'this quote is never closed');
      out.push({ kind: 'name', position: at, text: text.slice(at + 1, end) });
      at = end + 1;
    } else if (character === '@') {
      const name = word(at + 1);
      if (name === '') throw new QuerySyntaxError(at, 'the name of an object must follow @');
      out.push({ kind: 'object', position: at, text: name });
      at += 1 + name.length;
    } else {
      const name = word(at);
      if (name === '') throw new QuerySyntaxError(at, `"${character}" has no meaning here`);
      out.push({ kind: WORDS.get(name.toLowerCase()) ?? 'name', position: at, text: name });
      at += name.length;
    }
  }
  out.push({ kind: 'end', position: text.length, text: '' });
  return out;
}

/** @throws QuerySyntaxError naming the position and what was wanted there. */
export function parseQuery(text: string, vocabulary: QueryVocabulary): SearchExpression {
  const list = tokens(text);
  let next = 0;
  const peek = (): Token => list[next]!;
  const take = (): Token => list[next++]!;

  function or(): SearchExpression {
    const terms = [and()];
    while (peek().kind === 'or') {
      take();
      terms.push(and());
    }
    return joined('or', terms);
  }

  function and(): SearchExpression {
    const terms = [not()];
    for (;;) {
      const { kind } = peek();
      if (kind === 'and') take();
      else if (kind === 'end' || kind === 'or' || kind === 'close') return joined('and', terms);
      terms.push(not());
    }
  }

  function not(): SearchExpression {
    const token = take();
    switch (token.kind) {
      case 'not':
        return { kind: 'not', term: not() };
      case 'open': {
        const inside = or();
        if (take().kind !== 'close') throw new QuerySyntaxError(token.position, 'this parenthesis is never closed');
        return inside;
      }
      case 'name':
        return { kind: 'category', category: categoryNamed(token, vocabulary) };
      case 'object': {
        const object = vocabulary.objects.get(token.text);
        if (!object) throw new QuerySyntaxError(token.position, `there is no object @${token.text}`);
        return { kind: 'object', name: token.text, ...object };
      }
      case 'end':
        throw new QuerySyntaxError(token.position, 'the query ends where a category should be');
      default:
        throw new QuerySyntaxError(token.position, `"${token.text}" stands where a category should be`);
    }
  }

  const query = or();
  if (peek().kind !== 'end') throw new QuerySyntaxError(peek().position, 'this parenthesis was never opened');
  return query;
}

function joined(kind: 'and' | 'or', terms: readonly SearchExpression[]): SearchExpression {
  return terms.length === 1 ? terms[0]! : { kind, terms };
}

function categoryNamed(token: Token, { categories }: QueryVocabulary): number {
  const wanted = token.text.toLowerCase();
  const found = categories.findIndex((name) => name.toLowerCase() === wanted);
  if (found >= 0) return found;
  const near = categories.find((name) => editDistance(name.toLowerCase(), wanted) <= 2);
  throw new QuerySyntaxError(
    token.position,
    `there is no category "${token.text}"${near ? `; did you mean ${near}?` : ''}`,
  );
}

/** Letters to insert, delete or replace to come from `a` to `b` (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
  }
  return row[b.length]!;
}

/** Writes a query so that `parseQuery` reads the same tree. */
export function formatQuery(query: SearchExpression, categories: readonly string[]): string {
  const nested = (term: SearchExpression) =>
    term.kind === 'and' || term.kind === 'or' ? `(${formatQuery(term, categories)})` : formatQuery(term, categories);
  switch (query.kind) {
    case 'category': {
      const name = categories[query.category] ?? '';
      WORD.lastIndex = 0;
      return WORD.exec(name)?.[0] === name && !WORDS.has(name.toLowerCase()) ? name : `"${name}"`;
    }
    case 'object':
      return `@${query.name}`;
    case 'not':
      return `NOT ${nested(query.term)}`;
    case 'and':
    case 'or':
      return query.terms.map(nested).join(query.kind === 'and' ? ' AND ' : ' OR ');
  }
}
