/** One photo or object that hits should be like, or unlike. C categories. */
export interface Example {
  /** As long as the photos' codes. */
  readonly code: Uint32Array;
  /** Appearance code. // (4,) */
  readonly looks: Uint32Array;
  /** P_c as bytes. // (C,) */
  readonly probabilities: Uint8Array;
}

export interface SimilarQuery {
  /** At least one. */
  readonly like: readonly Example[];
  readonly unlike: readonly Example[];
  /** What distances are of: the code, or looks alone where no example holds a category. */
  readonly by: 'semantic' | 'looks';
}

function most(examples: readonly Example[], categories: number): Uint8Array {
  return Uint8Array.from({ length: categories }, (_, c) =>
    Math.max(0, ...examples.map(({ probabilities }) => probabilities[c]!)),
  );
}

/** What the examples hold together, and what hits should not hold. // (C,) each */
export function wantedAndUnwanted({ like, unlike }: SimilarQuery): [wanted: Uint8Array, unwanted: Uint8Array] {
  const categories = like[0]?.probabilities.length ?? 0;
  return [most(like, categories), most(unlike, categories)];
}
