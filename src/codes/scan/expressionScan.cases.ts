import fc from 'fast-check';
import { wordsForBits } from '../packedCodes.ts';
import type { SearchExpression } from '../searchExpression.ts';
import type { KeyedPieces } from './expressionScan.reference.ts';

/** Expressions and photos for tests of whatever answers them. */
export const CATEGORIES = 4;

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const category = fc.integer({ min: 0, max: CATEGORIES - 1 });
const expression = (bits: number) =>
  fc.letrec<{ tree: SearchExpression }>((tie) => {
    const terms = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
    return {
      tree: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.record({ kind: fc.constant('category' as const), category }),
        fc.record({
          kind: fc.constant('object' as const),
          category,
          piece: fc.tuple(word, word).map(([a, b]) => pieceOf(bits, [a, b])),
          name: fc.constant('it'),
        }),
        fc.record({ kind: fc.constant('and' as const), terms }),
        fc.record({ kind: fc.constant('or' as const), terms }),
        fc.record({ kind: fc.constant('not' as const), term: tie('tree') }),
      ),
    };
  }).tree;

function pieceOf(bits: number, words: readonly number[]): Uint32Array {
  const piece = Uint32Array.from(words.slice(0, wordsForBits(bits)));
  if (bits & 31) piece[piece.length - 1]! &= (1 << (bits & 31)) - 1;
  return piece;
}

/** Few values of probabilities and keys, so that gates are met exactly and much is tied. */
export function drawnPieces(bits: number, count: number, first: number, random: () => number): KeyedPieces[] {
  return Array.from({ length: count }, (_, i) => ({
    photo: first + i,
    key: { low: Math.floor(random() * 3), high: Math.floor(random() * 3) },
    pieces: Uint32Array.from(
      Array.from({ length: CATEGORIES }, () => [
        ...pieceOf(bits, [random() * 2 ** 32, random() < 0.5 ? 0 : 2 ** 32 - 1]),
      ]).flat(),
    ),
    probabilities: Uint8Array.from(
      { length: CATEGORIES },
      () => [0, 30, 127, 128, 254, 255][Math.floor(random() * 6)]!,
    ),
  }));
}

export const expressionCases = fc.constantFrom(5, 8, 16, 20, 32, 48, 64).chain((bits) =>
  fc.record({
    bits: fc.constant(bits),
    query: expression(bits),
    gates: fc.uint8Array({ minLength: CATEGORIES, maxLength: CATEGORIES }),
    k: fc.constantFrom(0, 1, 10, 5000),
    counts: fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 4 }),
    share: fc.constantFrom(0, 0.2, 0.8),
    seed: fc.integer(),
  }),
);
