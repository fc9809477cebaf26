/**
 * What a person asks for, as a tree: "a bicycle like this one, and a sofa, and no person".
 * `category`: the photo holds category c. `object`: it holds one, and the more like this object the better.
 *
 * | node | photo satisfies it | distance | confidence |
 * |---|---|---|---|
 * | category c | P_c ≥ gate of c | 0 | P_c |
 * | object of c | P_c ≥ gate of c | Hamming distance of piece c | P_c |
 * | and | all terms | sum | least |
 * | or | any term | least among the terms that are satisfied | greatest among them, or among all where none is |
 * | not | the term is not satisfied | 0 | 1 − the term's |
 */
export type SearchExpression =
  | { readonly kind: 'category'; readonly category: number }
  | {
      readonly kind: 'object';
      readonly category: number;
      /** The object's piece of that category. // (wordsPerPiece,) */
      readonly piece: Uint32Array;
      /** How it is written in text, after the @. */
      readonly name: string;
    }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly SearchExpression[] }
  | { readonly kind: 'not'; readonly term: SearchExpression };
