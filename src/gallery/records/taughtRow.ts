/** A photo that a person said is, or is not, of a taught category; its vectors stay when the photo goes. */
export interface TaughtPhoto {
  readonly id: string;
  /** As `PhotoVectors` has them; empty of a photo that has none. // (n, K) */
  readonly vectors: Int8Array;
}

/** A category that a person taught. */
export interface TaughtRow {
  /** Its own for good, whatever it is called. */
  readonly key: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly taughtAt: number;
  /** Version of the vectors that it was learned from; it is laid over no others. */
  readonly vectors: string;
  /** The logit of a photo is `bias` + `weights` · its vector, of unit length. // (K,) */
  readonly weights: Float32Array;
  readonly bias: number;
  /** P = sigmoid(slope · logit + offset) */
  readonly slope: number;
  readonly offset: number;
  /** On P, 0..1. */
  readonly gate: number;
  /** Empty of a category that came from another person. */
  readonly examples: readonly TaughtPhoto[];
  readonly counterExamples: readonly TaughtPhoto[];
}
