/**
 * The one file format of weights: safetensors (8 bytes little-endian header length, JSON header, raw data). It is small,
 * has no code in it, keeps a name and a shape for each tensor, and other tools read it.
 */

export interface NamedArray {
  readonly shape: readonly number[];
  /** Stored float16 and bfloat16 are widened on reading, float64 is rounded. */
  readonly values: Float32Array;
}

export interface WeightsFile {
  readonly tensors: ReadonlyMap<string, NamedArray>;
  readonly metadata: Readonly<Record<string, string>>;
}

const floatBits = new Float32Array(1);
const intBits = new Uint32Array(floatBits.buffer);

export function float16ToFloat32(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * 2 ** -24 * fraction;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * 2 ** (exponent - 25) * (fraction + 1024);
}

/** bfloat16 is the upper half of a float32. */
export function bfloat16ToFloat32(half: number): number {
  intBits[0] = half << 16;
  return floatBits[0]!;
}

/** All 65,536 of them widened; made with the first file that has any. */
let widened: Float32Array | null = null;

/** `float16ToFloat32` of each, ten times faster on files of millions: the weights are read while a person waits. */
function widenedHalves(halves: Uint16Array): Float32Array {
  if (widened === null) {
    widened = new Float32Array(2 ** 16);
    for (let half = 0; half < widened.length; half++) widened[half] = float16ToFloat32(half);
  }
  const values = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) values[i] = widened[halves[i]!]!;
  return values;
}

/** Rounds to nearest, ties to even; beyond ±65504 gives ±Infinity. */
export function float32ToFloat16(value: number): number {
  floatBits[0] = value;
  const bits = intBits[0]!;
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude >= 0x7f800000) return sign | (magnitude > 0x7f800000 ? 0x7e00 : 0x7c00);
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  if (magnitude < 0x38800000) {
    // Subnormal: scaling by 2^24 is exact, so one rounding remains.
    const scaled = Math.abs(floatBits[0]!) * 2 ** 24;
    const floor = Math.floor(scaled);
    const rest = scaled - floor;
    return sign | (rest > 0.5 || (rest === 0.5 && floor & 1) ? floor + 1 : floor);
  }
  const rounded = magnitude + 0xfff + ((magnitude >>> 13) & 1);
  return sign | ((rounded - 0x38000000) >>> 13);
}

interface HeaderEntry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

function isHeaderEntry(entry: unknown): entry is HeaderEntry {
  if (typeof entry !== 'object' || entry === null) return false;
  if (!('dtype' in entry) || !('shape' in entry) || !('data_offsets' in entry)) return false;
  return typeof entry.dtype === 'string' && Array.isArray(entry.shape) && Array.isArray(entry.data_offsets);
}

export interface ReadWeights extends WeightsFile {
  /** Tensors of whole numbers, truth values and the like, with the reason as the rest of a sentence: "is BOOL, …". */
  readonly unread: ReadonlyMap<string, string>;
}

/** Bytes of a number of the types that are read. */
const WIDTHS: Readonly<Record<string, number>> = { F64: 8, F32: 4, F16: 2, BF16: 2 };

/**
 * Tensors that hold no floating-point numbers, such as PyTorch's `num_batches_tracked`, are left alone: nothing here is made of them,
 * and a file is as good with them as without.
 * @throws Error naming the first field that does not fit.
 */
export function readSafetensors(buffer: ArrayBuffer): ReadWeights {
  if (buffer.byteLength < 8) throw new Error(`readSafetensors: got ${buffer.byteLength} bytes, wanted at least 8`);
  const view = new DataView(buffer);
  const headerLength = Number(view.getBigUint64(0, true));
  if (headerLength > buffer.byteLength - 8) {
    throw new Error(
      `readSafetensors: header of ${headerLength} bytes in a file of ${buffer.byteLength}: not a safetensors file, or cut short`,
    );
  }
  const header: unknown = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, headerLength)));
  if (typeof header !== 'object' || header === null)
    throw new Error('readSafetensors: the header is not a JSON object');
  const tensors = new Map<string, NamedArray>();
  const unread = new Map<string, string>();
  const metadata: Record<string, string> = {};
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') {
      for (const [key, value] of Object.entries(entry as object)) metadata[key] = String(value);
      continue;
    }
    if (!isHeaderEntry(entry)) throw new Error(`readSafetensors: tensor ${name} lacks dtype, shape or data_offsets`);
    const width = WIDTHS[entry.dtype];
    if (width === undefined) {
      unread.set(name, `is ${entry.dtype}, wanted floating-point numbers`);
      continue;
    }
    const size = entry.shape.reduce((product, side) => product * side, 1);
    const [begin, end] = entry.data_offsets;
    if (end - begin !== size * width || 8 + headerLength + end > buffer.byteLength) {
      throw new Error(
        `readSafetensors: tensor ${name} has ${end - begin} bytes, wanted ${size * width} inside the file`,
      );
    }
    const at = 8 + headerLength + begin;
    // A copy begins at a whole word, wherever the tensor lies; every engine that runs JavaScript is little-endian, as the file is.
    const copy = (): ArrayBuffer => buffer.slice(at, at + size * width);
    const halves = (): Uint16Array => (at % 2 === 0 ? new Uint16Array(buffer, at, size) : new Uint16Array(copy()));
    const values =
      entry.dtype === 'F32'
        ? new Float32Array(copy())
        : entry.dtype === 'F64'
          ? Float32Array.from(new Float64Array(copy()))
          : entry.dtype === 'F16'
            ? widenedHalves(halves())
            : Float32Array.from(halves(), bfloat16ToFloat32);
    tensors.set(name, { shape: entry.shape, values });
  }
  return { tensors, unread, metadata };
}

/** Tensors are written in the order of the map; `dtype` holds for all of them. */
export function writeSafetensors(file: WeightsFile, dtype: 'F32' | 'F16'): ArrayBuffer {
  const width = dtype === 'F32' ? 4 : 2;
  const header: Record<string, unknown> = { __metadata__: file.metadata };
  let offset = 0;
  for (const [name, { shape, values }] of file.tensors) {
    const size = shape.reduce((product, side) => product * side, 1);
    if (size !== values.length) {
      throw new Error(
        `writeSafetensors: tensor ${name} holds ${values.length} numbers, its shape [${shape.join(', ')}] wants ${size}`,
      );
    }
    header[name] = { dtype, shape, data_offsets: [offset, offset + size * width] };
    offset += size * width;
  }
  const text = JSON.stringify(header);
  const bytes = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 8) * 8, ' '));
  const buffer = new ArrayBuffer(8 + bytes.length + offset);
  const view = new DataView(buffer);
  view.setBigUint64(0, BigInt(bytes.length), true);
  new Uint8Array(buffer, 8).set(bytes);
  let at = 8 + bytes.length;
  for (const { values } of file.tensors.values()) {
    for (let i = 0; i < values.length; i++, at += width) {
      if (width === 4) view.setFloat32(at, values[i]!, true);
      else view.setUint16(at, float32ToFloat16(values[i]!), true);
    }
  }
  return buffer;
}
