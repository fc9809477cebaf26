/** Bytes by which WebAssembly memory grows. */
const PAGE = 65536;

/** Bytes that are never handed out: a vector, because a loop may read the one before an array and ignore it. */
const FIRST = 16;

/**
 * One arena of memory, reused from photo to photo: arrays are handed out one after the other from a single buffer and all given back
 * together by `reset`. A photo larger than any before grows the arena once; after that no photo of that size allocates. What is handed out
 * is zeroed, and valid until the next `reset`.
 */
export class Scratch {
  /** What the compiled loops run on, in place. */
  readonly memory: WebAssembly.Memory;
  private used = FIRST;
  /** Bytes that this photo needed beyond the buffer; they were allocated separately. */
  private overflow = 0;

  /** @param bytes room from the start; memory that is never touched costs little */
  constructor(bytes = 0) {
    this.memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  }

  /** Gives back everything at once; grows the memory when the last photo did not fit. */
  reset(): void {
    if (this.overflow > 0)
      this.memory.grow(Math.ceil(((this.used + this.overflow) * 1.1 - this.buffer.byteLength) / PAGE));
    this.used = FIRST;
    this.overflow = 0;
  }

  private get buffer(): ArrayBuffer {
    return this.memory.buffer;
  }

  /** Bytes held between photos. */
  get byteLength(): number {
    return this.buffer.byteLength + this.overflow;
  }

  float32(length: number): Float32Array {
    const at = this.take(length * 4);
    return at < 0 ? new Float32Array(length) : new Float32Array(this.buffer, at, length).fill(0);
  }

  float64(length: number): Float64Array {
    const at = this.take(length * 8);
    return at < 0 ? new Float64Array(length) : new Float64Array(this.buffer, at, length).fill(0);
  }

  int32(length: number): Int32Array {
    const at = this.take(length * 4);
    return at < 0 ? new Int32Array(length) : new Int32Array(this.buffer, at, length).fill(0);
  }

  uint32(length: number): Uint32Array {
    const at = this.take(length * 4);
    return at < 0 ? new Uint32Array(length) : new Uint32Array(this.buffer, at, length).fill(0);
  }

  uint8(length: number): Uint8Array {
    const at = this.take(length);
    return at < 0 ? new Uint8Array(length) : new Uint8Array(this.buffer, at, length).fill(0);
  }

  /** Where the next `bytes` begin, or −1 if they do not fit. Starts are multiples of 16. */
  private take(bytes: number): number {
    const rounded = Math.ceil(bytes / 16) * 16;
    if (this.used + rounded > this.buffer.byteLength) {
      this.overflow += rounded;
      return -1;
    }
    const at = this.used;
    this.used += rounded;
    return at;
  }
}
