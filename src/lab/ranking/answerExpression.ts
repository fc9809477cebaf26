import { holdsCategory } from '../../base/holdsCategory.ts';
import { hammingDistances } from '../../codes/hammingDistance.ts';
import type { SearchExpression } from '../../codes/searchExpression.ts';
import type { CategoryCodes } from '../../pipeline/measures/categoryCodes.ts';

/** Best first. */
export interface ExpressionHits {
  /** Photos that satisfy the query, none else; may be empty. // (K,) */
  readonly indices: Uint32Array;
  /** Sum over the query's objects of piece distance / bits; 0 where it has none. // (K,), ascending */
  readonly distances: Float32Array;
  /** How surely the photo satisfies the query. // (K,), 0..1 */
  readonly confidences: Float32Array;
}

/** One node of the tree over all photos. */
interface Evaluated {
  readonly matches: Uint8Array;
  readonly distances: Float32Array;
  readonly confidences: Float32Array;
}

/**
 * Answers a query over all photos, by the table of `SearchExpression`; distances are shares of the bits.
 *
 * Hits come by distance, equal ones by confidence (surest first), then in photo order. Whoever satisfies nothing is not
 * in the answer: an empty answer stays empty.
 * @throws RangeError when a category is unknown, a piece's length does not fit or an and/or has no terms.
 */
export function answerExpression(codes: CategoryCodes, query: SearchExpression): ExpressionHits {
  const { matches, distances, confidences } = evaluate(codes, query);
  const indices = Uint32Array.from({ length: codes.count }, (_, n) => n)
    .filter((n) => matches[n] === 1)
    .sort((a, b) => distances[a]! - distances[b]! || confidences[b]! - confidences[a]! || a - b);
  return {
    indices,
    distances: Float32Array.from(indices, (n) => distances[n]!),
    confidences: Float32Array.from(indices, (n) => confidences[n]!),
  };
}

function evaluate(codes: CategoryCodes, query: SearchExpression): Evaluated {
  switch (query.kind) {
    case 'category':
      return holding(codes, query.category);
    case 'object': {
      const held = holding(codes, query.category);
      const pieces = codes.pieces[query.category]!;
      const distances = hammingDistances(pieces, query.piece, new Uint16Array(codes.count));
      return { ...held, distances: Float32Array.from(distances, (d) => d / pieces.bits) };
    }
    case 'not': {
      const { matches, confidences } = evaluate(codes, query.term);
      return {
        matches: matches.map((match) => 1 - match),
        distances: new Float32Array(codes.count),
        confidences: confidences.map((confidence) => 1 - confidence),
      };
    }
    case 'and':
    case 'or': {
      const [first, ...rest] = query.terms.map((term) => evaluate(codes, term));
      if (!first) throw new RangeError(`answerExpression: got "${query.kind}" without terms, wanted at least one`);
      for (const next of rest) (query.kind === 'and' ? intersect : unite)(first, next);
      return first;
    }
  }
}

function holding(codes: CategoryCodes, category: number): Evaluated {
  const probabilities = codes.probabilities[category];
  const gate = codes.gates[category];
  if (!probabilities || gate === undefined) {
    throw new RangeError(`answerExpression: got category ${category}, wanted 0 to ${codes.gates.length - 1}`);
  }
  return {
    matches: Uint8Array.from(probabilities, (p) => Number(holdsCategory(p, gate))),
    distances: new Float32Array(codes.count),
    confidences: probabilities.slice(),
  };
}

/** Lays `next` over `into`. */
function intersect(into: Evaluated, next: Evaluated): void {
  for (let n = 0; n < into.matches.length; n++) {
    into.matches[n]! &= next.matches[n]!;
    into.distances[n]! += next.distances[n]!;
    into.confidences[n] = Math.min(into.confidences[n]!, next.confidences[n]!);
  }
}

function unite(into: Evaluated, next: Evaluated): void {
  for (let n = 0; n < into.matches.length; n++) {
    const [ours, theirs] = [into.matches[n]!, next.matches[n]!];
    if (ours === theirs) {
      into.distances[n] = Math.min(into.distances[n]!, next.distances[n]!);
      into.confidences[n] = Math.max(into.confidences[n]!, next.confidences[n]!);
    } else if (theirs) {
      into.matches[n] = 1;
      into.distances[n] = next.distances[n]!;
      into.confidences[n] = next.confidences[n]!;
    }
  }
}
