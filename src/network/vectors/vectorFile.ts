import { checkFinite } from '../../base/weights/checkFinite.ts';
import { fingerprint } from '../../base/weights/fingerprint.ts';
import { type NamedArray, readSafetensors } from '../../base/weights/safetensors.ts';

/** The map that vectors of photos and regions are made from, and their length. */
export interface VectorDescription {
  /** Name of the backbone that it was fitted to. */
  readonly backbone: string;
  readonly tap: string;
  /** Channels of the tap. */
  readonly channels: number;
  /** K */
  readonly dimensions: number;
}

/** From a region's means and maxima, joined, to its vector: one affine layer. */
export interface VectorFile {
  readonly description: VectorDescription;
  /** // (2 · channels, K) */
  readonly weight: NamedArray;
  /** // (K,) */
  readonly bias: NamedArray;
  /** A fingerprint of the whole file; vectors of two versions are never compared. */
  readonly version: string;
}

export const VECTOR_TENSORS = { weight: 'vector.weight', bias: 'vector.bias' } as const;

function tensor(tensors: ReadonlyMap<string, NamedArray>, name: string, dimensions: number): NamedArray {
  const stored = tensors.get(name);
  if (stored === undefined || stored.shape.length !== dimensions)
    throw new Error(
      `readVectorFile: tensor ${name} is ${stored ? `[${stored.shape.join(', ')}]` : 'missing'}, wanted ${dimensions} axes`,
    );
  checkFinite(`readVectorFile: tensor ${name}`, stored.values);
  return stored;
}

/** @throws Error naming the first field or tensor that does not fit. */
export function readVectorFile(buffer: ArrayBuffer): VectorFile {
  const { metadata, tensors } = readSafetensors(buffer);
  const { backbone, tap } = metadata;
  if (!backbone || !tap) throw new Error('readVectorFile: the metadata does not name backbone and tap');
  const weight = tensor(tensors, VECTOR_TENSORS.weight, 2);
  const bias = tensor(tensors, VECTOR_TENSORS.bias, 1);
  const [rows = 0, dimensions = 0] = weight.shape;
  if (rows % 2 !== 0 || bias.shape[0] !== dimensions)
    throw new Error(`readVectorFile: got [${rows}, ${dimensions}] and [${bias.shape.join()}], wanted [2d, K] and [K]`);
  return {
    description: { backbone, tap, channels: rows / 2, dimensions },
    weight,
    bias,
    version: `vectors#${fingerprint(buffer)}`,
  };
}
