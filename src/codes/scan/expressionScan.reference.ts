import { byTieKey, type TieKey } from '../columns/tieKey.ts';
import { hammingDistance } from '../hammingDistance.ts';
import type { SearchExpression } from '../searchExpression.ts';

export interface KeyedPieces {
  readonly photo: number;
  readonly key: TieKey;
  /** Category after category. // (C · wordsPerPiece,) */
  readonly pieces: Uint32Array;
  /** // (C,) */
  readonly probabilities: Uint8Array;
}

export interface JudgedPhoto {
  readonly satisfied: boolean;
  /** Bits. */
  readonly distance: number;
  /** 0..255 */
  readonly confidence: number;
}

/**
 * One photo judged by the table of `answerExpression`, in bits and bytes.
 * @param gates // (C,)
 */
export function judged(photo: KeyedPieces, query: SearchExpression, gates: Uint8Array): JudgedPhoto {
  switch (query.kind) {
    case 'category':
    case 'object': {
      const confidence = photo.probabilities[query.category]!;
      const words = photo.pieces.length / photo.probabilities.length;
      return {
        satisfied: confidence >= gates[query.category]!,
        distance:
          query.kind === 'object' ? hammingDistance(photo.pieces, query.category * words, query.piece, 0, words) : 0,
        confidence,
      };
    }
    case 'not': {
      const { satisfied, confidence } = judged(photo, query.term, gates);
      return { satisfied: !satisfied, distance: 0, confidence: 255 - confidence };
    }
    case 'and': {
      const terms = query.terms.map((term) => judged(photo, term, gates));
      return {
        satisfied: terms.every(({ satisfied }) => satisfied),
        distance: terms.reduce((sum, { distance }) => sum + distance, 0),
        confidence: Math.min(...terms.map(({ confidence }) => confidence)),
      };
    }
    case 'or': {
      const terms = query.terms.map((term) => judged(photo, term, gates));
      const satisfied = terms.filter((term) => term.satisfied);
      const counted = satisfied.length > 0 ? satisfied : terms;
      return {
        satisfied: satisfied.length > 0,
        distance: Math.min(...counted.map(({ distance }) => distance)),
        confidence: Math.max(...counted.map(({ confidence }) => confidence)),
      };
    }
  }
}

/** Photos that satisfy the query by distance, then confidence (surest first), then key, then row: what `ExpressionSearch.best` gives. */
export function rankedByExpression(
  rows: readonly KeyedPieces[],
  query: SearchExpression,
  gates: Uint8Array,
): { readonly photo: number; readonly distance: number; readonly confidence: number }[] {
  return rows
    .map(({ photo, key, ...row }) => ({ photo, key, ...judged({ photo, key, ...row }, query, gates) }))
    .filter(({ satisfied }) => satisfied)
    .sort((a, b) => a.distance - b.distance || b.confidence - a.confidence || byTieKey(a.key, b.key))
    .map(({ photo, distance, confidence }) => ({ photo, distance, confidence }));
}
