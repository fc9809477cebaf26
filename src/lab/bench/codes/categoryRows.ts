import { seededRandom } from '../../../base/seededRandom.ts';
import { CodeColumns } from '../../../codes/columns/codeColumns.ts';
import { heldPieces } from '../../../codes/columns/heldPieces.ts';
import { probabilityByte, probabilityBytes } from '../../../codes/columns/probabilityByte.ts';
import { packedCodes } from '../../../codes/packedCodes.ts';
import type { SearchExpression } from '../../../codes/searchExpression.ts';
import { type CategoryCodes, rankByCategory } from '../../../pipeline/measures/categoryCodes.ts';
import { BestByExpression } from '../../nearest/bestByExpression.ts';
import { answerExpression } from '../../ranking/answerExpression.ts';
import type { BenchRow } from '../row.ts';
import { inTurns } from './inTurns.ts';

/** Those that queries ask for; a search reads no other. */
const CATEGORIES = 3;
const BITS_PER_CATEGORY = 32;
const GATE = 0.5;
const K = 100;
const TURNS = 6;

/** One photo in twelve holds a category, as in photos with 20 categories and 1.6 of them in each. */
function drawn(count: number): CategoryCodes {
  const random = seededRandom(3);
  const pieces = Array.from({ length: CATEGORIES }, () =>
    packedCodes(
      BITS_PER_CATEGORY,
      Uint32Array.from({ length: count }, () => random() * 2 ** 32),
    ),
  );
  const probabilities = Array.from({ length: CATEGORIES }, () =>
    Float32Array.from({ length: count }, () => (random() < 1 / 12 ? 0.5 + random() / 2 : random() / 2)),
  );
  return { count, pieces, probabilities, gates: new Float32Array(CATEGORIES).fill(GATE) };
}

function columnsOf({ count, pieces, probabilities }: CategoryCodes): CodeColumns {
  const columns = new CodeColumns({
    bits: 64,
    categories: CATEGORIES,
    bitsPerCategory: BITS_PER_CATEGORY,
    keyed: true,
  });
  columns.addAll({
    photos: Uint32Array.from({ length: count }, (_, n) => n),
    keys: Uint32Array.from({ length: count * 2 }, (_, i) => (i & 1 ? 0 : i >> 1)),
    codes: new Uint32Array(count * 2),
    held: pieces.map(({ words }, c) =>
      heldPieces({ pieces: words, looks: new Uint32Array(0), probabilities: probabilityBytes(probabilities[c]!) }, 0),
    ),
    probabilities: probabilities.map(probabilityBytes),
  });
  return columns;
}

/** Searches by categories with their gates, the best of them against rankings of all photos as before. */
export function categoryRows(count: number): BenchRow[] {
  const codes = drawn(count);
  const search = new BestByExpression(columnsOf(codes));
  const gates = new Uint8Array(CATEGORIES).fill(probabilityByte(GATE));
  const random = seededRandom(4);
  const queries = Array.from({ length: 16 }, () => Uint32Array.of(random() * 2 ** 32));
  const object = (piece: Uint32Array): SearchExpression => ({ kind: 'object', category: 0, piece, name: 'this' });
  const combined = (piece: Uint32Array): SearchExpression => ({
    kind: 'and',
    terms: [object(piece), { kind: 'category', category: 1 }, { kind: 'not', term: { kind: 'category', category: 2 } }],
  });
  const photos = `${count.toLocaleString('en')} photos`;
  return [
    ...inTurns(
      `${K} of ${photos} by the piece of one category`,
      [
        { run: (q) => search.best(object(queries[q]!), gates, K) },
        { run: (q) => rankByCategory(codes, 0, queries[q]!), peer: 'rankByCategory, as before', note: 'ranks all' },
      ],
      TURNS,
      queries.length,
    ),
    ...inTurns(
      `${K} of ${photos} by one piece, one category and not another`,
      [
        { run: (q) => search.best(combined(queries[q]!), gates, K) },
        {
          run: (q) => answerExpression(codes, combined(queries[q]!)),
          peer: 'answerExpression, as before',
          note: 'ranks all',
        },
      ],
      TURNS,
      queries.length,
    ),
  ];
}
