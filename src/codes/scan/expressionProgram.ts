import type { SearchExpression } from '../searchExpression.ts';

/** As in expressionScan.assembly.ts. */
const KINDS = { category: 0, object: 1, and: 2, or: 3, not: 4 } as const;

export interface ExpressionStep {
  readonly kind: number;
  readonly category: number | null;
  /** // (wordsPerPiece,) */
  readonly piece: Uint32Array | null;
}

/** An expression in the order in which a stack works it off. */
export interface ExpressionProgram {
  readonly steps: readonly ExpressionStep[];
  /** Entries of the stack at most. */
  readonly depth: number;
  /** Objects whose distances can add up. */
  readonly objects: number;
}

/** @throws RangeError when a category is unknown, a piece's length does not fit or an and/or has no terms. */
export function expressionProgram(
  query: SearchExpression,
  categories: number,
  wordsPerPiece: number,
): ExpressionProgram {
  const steps: ExpressionStep[] = [];
  let objects = 0;
  let deepest = 0;
  const visit = (node: SearchExpression, depth: number): void => {
    deepest = Math.max(deepest, depth);
    switch (node.kind) {
      case 'category':
      case 'object': {
        if (!Number.isInteger(node.category) || node.category < 0 || node.category >= categories) {
          throw new RangeError(`expressionProgram: got category ${node.category}, wanted 0 to ${categories - 1}`);
        }
        const piece = node.kind === 'object' ? node.piece : null;
        if (piece && piece.length !== wordsPerPiece) {
          throw new RangeError(`expressionProgram: got a piece of ${piece.length} words, wanted ${wordsPerPiece}`);
        }
        if (piece) objects++;
        steps.push({ kind: KINDS[node.kind], category: node.category, piece });
        return;
      }
      case 'not':
        visit(node.term, depth);
        steps.push({ kind: KINDS.not, category: null, piece: null });
        return;
      case 'and':
      case 'or':
        if (node.terms.length === 0)
          throw new RangeError(`expressionProgram: got "${node.kind}" without terms, wanted at least one`);
        node.terms.forEach((term, i) => {
          visit(term, depth + (i > 0 ? 1 : 0));
          if (i > 0) steps.push({ kind: KINDS[node.kind], category: null, piece: null });
        });
    }
  };
  visit(query, 1);
  return { steps, depth: deepest, objects };
}
