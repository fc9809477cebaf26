import type { Region, WasmArena } from '../columns/wasmArena.ts';

/** A region that grows as its user asks; what lay in it is lost then. */
export class Scratch {
  readonly #arena: WasmArena;
  #region: Region;

  constructor(arena: WasmArena, bytes = 1024) {
    this.#arena = arena;
    this.#region = arena.allocate(bytes);
  }

  /** The address of at least so many bytes. */
  atLeast(bytes: number): number {
    if (bytes > this.#region.bytes) {
      this.#arena.release(this.#region);
      this.#region = this.#arena.allocate(bytes);
    }
    return this.#region.address;
  }
}
