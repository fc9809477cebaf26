import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';

/** A file of the folder that is done: which photo it holds. */
export interface DoneFile {
  readonly path: string;
  readonly size: number;
  readonly lastModified: number;
  readonly id: string;
}

/** What a run began with: a run that goes on has to have the same. */
export interface JournalHead {
  readonly folder: string;
  readonly modelVersion: string;
}

/**
 * Which files a run has done, line by line (JSON) in a file that only grows. A line that was cut short when the program was killed does
 * not count.
 */
export class Journal {
  readonly #file: number;

  private constructor(path: string) {
    this.#file = openSync(path, 'a');
  }

  static begin(path: string, head: JournalHead): Journal {
    const journal = new Journal(path);
    journal.#write(head);
    return journal;
  }

  /** @returns null where there is no journal, or not even its first line is whole. */
  static resume(
    path: string,
  ): { readonly journal: Journal; readonly head: JournalHead; readonly done: DoneFile[] } | null {
    if (!existsSync(path)) return null;
    const text = readFileSync(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const [head, ...done] = whole
      .split('\n')
      .slice(0, -1)
      .map((line): unknown => JSON.parse(line));
    if (!isHead(head)) return null;
    truncateSync(path, Buffer.byteLength(whole));
    return { journal: new Journal(path), head, done: done.filter(isDone) };
  }

  add({ path, size, lastModified, id }: DoneFile): void {
    this.#write({ path, size, lastModified, id });
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(line: object): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
  }
}

function has<K extends string>(value: unknown, fields: readonly K[]): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && fields.every((field) => field in value);
}

function isHead(value: unknown): value is JournalHead {
  return (
    has(value, ['folder', 'modelVersion']) && typeof value.folder === 'string' && typeof value.modelVersion === 'string'
  );
}

function isDone(value: unknown): value is DoneFile {
  return (
    has(value, ['path', 'size', 'lastModified', 'id']) &&
    typeof value.path === 'string' &&
    typeof value.size === 'number' &&
    typeof value.lastModified === 'number' &&
    typeof value.id === 'string'
  );
}
