import type { PhotoVectors } from '../../network/vectors/photoVectors.ts';

/** Vectors of a photo and its strongest distinct regions, which a taught category is laid over. Photos of before there were any have none. */
export interface VectorRow extends PhotoVectors {
  readonly id: string;
}
