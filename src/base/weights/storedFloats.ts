import type { NamedArray } from './safetensors.ts';

/** How one number lies in a file, little-endian. */
export interface FloatType {
  /** Bytes. */
  readonly width: number;
  read(view: DataView, at: number): number;
}

export const FLOAT: FloatType = { width: 4, read: (view, at) => view.getFloat32(at, true) };
export const DOUBLE: FloatType = { width: 8, read: (view, at) => view.getFloat64(at, true) };

/** Numbers one after the other; bytes left over at the end are none. */
export function floatsFrom(bytes: Uint8Array, type: FloatType): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float32Array(Math.floor(bytes.length / type.width));
  for (let i = 0; i < values.length; i++) values[i] = type.read(view, i * type.width);
  return values;
}

/**
 * The parts in which a file holds a tensor, as one.
 * @param what names the tensor in the message
 * @throws Error when they hold more or fewer numbers than the shape wants
 */
export function tensorOfParts(what: string, shape: number[], parts: readonly Float32Array[]): NamedArray {
  const size = shape.reduce((product, side) => product * side, 1);
  const values = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  if (values.length !== size)
    throw new Error(`${what} holds ${values.length} numbers, its shape [${shape.join(', ')}] wants ${size}`);
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  return { shape, values };
}
