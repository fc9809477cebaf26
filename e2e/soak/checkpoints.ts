import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A run of hours is written down as it goes, a line of JSON each, and goes on after the last line when it is started again. */
export class Checkpoints<T> {
  readonly #file: string;

  /** @param name of the file in `.facet/soak`; it is deleted by whoever wants to begin again */
  constructor(name: string) {
    this.#file = resolve(import.meta.dirname, '../../.facet/soak', `${name}.jsonl`);
  }

  read(): T[] {
    if (!existsSync(this.#file)) return [];
    return readFileSync(this.#file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): T => JSON.parse(line));
  }

  add(line: T): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }
}
