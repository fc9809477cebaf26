const PAGE_BYTES = 65_536;
/** Share of the memory by which it grows at least: an engine may have to copy all of it. */
const SHARE = 256;
const ALIGNMENT = 16;

/** A stretch of the arena. */
export interface Region {
  readonly address: number;
  readonly bytes: number;
}

/**
 * One WebAssembly memory that holds columns, tables and scratch side by side, so that compiled loops read them in place. Regions are
 * given out first fit and merged when released; the memory only grows. Views are made anew for each use: growing detaches old ones.
 */
export class WasmArena {
  readonly memory = new WebAssembly.Memory({ initial: 1 });
  /** By address, never touching one another. Address 0 is never given out. */
  readonly #free: { address: number; bytes: number }[] = [{ address: ALIGNMENT, bytes: PAGE_BYTES - ALIGNMENT }];

  /** Bytes of the whole memory. */
  get byteLength(): number {
    return this.memory.buffer.byteLength;
  }

  /**
   * A region of at least so many bytes, aligned to 16, holding whatever lay there before.
   * @throws RangeError when the memory cannot grow so far.
   */
  allocate(bytes: number): Region {
    if (!Number.isInteger(bytes) || bytes < 0)
      throw new RangeError(`WasmArena: got ${bytes} bytes, wanted a whole number from 0`);
    const size = Math.max(ALIGNMENT, Math.ceil(bytes / ALIGNMENT) * ALIGNMENT);
    let found = this.#free.findIndex((region) => region.bytes >= size);
    if (found < 0) {
      this.#grow(size);
      found = this.#free.length - 1;
    }
    const region = this.#free[found]!;
    const { address } = region;
    region.address += size;
    region.bytes -= size;
    if (region.bytes === 0) this.#free.splice(found, 1);
    return { address, bytes: size };
  }

  release({ address, bytes }: Region): void {
    const at = this.#free.findIndex((region) => region.address > address);
    this.#free.splice(at < 0 ? this.#free.length : at, 0, { address, bytes });
    for (let i = this.#free.length - 1; i > 0; i--) {
      const before = this.#free[i - 1]!;
      const region = this.#free[i]!;
      if (before.address + before.bytes !== region.address) continue;
      before.bytes += region.bytes;
      this.#free.splice(i, 1);
    }
  }

  bytes(address: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  words(address: number, length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.memory.buffer, address, length);
  }

  #grow(bytes: number): void {
    const end = this.byteLength;
    const pages = Math.ceil(Math.max(bytes, end / SHARE) / PAGE_BYTES);
    try {
      this.memory.grow(pages);
    } catch (error) {
      throw new RangeError(`WasmArena: got no memory for ${bytes} bytes beyond ${end}`, { cause: error });
    }
    this.release({ address: end, bytes: pages * PAGE_BYTES });
  }
}
