import { closeSync, openSync, writeSync } from 'node:fs';

/** How many bytes are gathered before they are written. */
const PART_BYTES = 4 * 2 ** 20;

/** Writes bytes to a file one after the other, in large parts. */
export class FileWriter {
  readonly #file: number;
  readonly #part = new Uint8Array(PART_BYTES);
  #gathered = 0;

  /** Begins the file anew. */
  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  write(bytes: Uint8Array): void {
    if (this.#gathered + bytes.length > PART_BYTES) this.flush();
    if (bytes.length > PART_BYTES) {
      this.#writeAll(bytes);
    } else {
      this.#part.set(bytes, this.#gathered);
      this.#gathered += bytes.length;
    }
  }

  flush(): void {
    this.#writeAll(this.#part.subarray(0, this.#gathered));
    this.#gathered = 0;
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }

  /** Closes the file without what was gathered. */
  abandon(): void {
    closeSync(this.#file);
  }

  /** The system may take fewer bytes than it is given. */
  #writeAll(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
  }
}
