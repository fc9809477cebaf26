import { foldedText } from '../../base/foldedText.ts';
import type { FactColumns } from '../library/columns/factColumns.ts';
import type { ColumnsWatcher } from '../library/columns/galleryColumns.ts';

const CHUNK_BITS = 12;
const CHUNK = 2 ** CHUNK_BITS;
const LINE_END = '\n';
/** Between the two texts of a line that has two. */
const BETWEEN = '\t';

/** The names of the photos of `CHUNK` numbers in a row, folded, each on a line. */
interface Chunk {
  readonly text: string;
  /** Where each line begins, and where one more would. // (CHUNK + 1,) */
  readonly starts: Uint32Array;
}

/**
 * Finds words in names and paths: names lie in long texts, so that one search of a text, which browsers do at memory's speed, looks through
 * four thousand. Texts are made when a word is first asked for, and anew where names have changed.
 */
export class NameIndex implements ColumnsWatcher {
  readonly #facts: FactColumns;
  readonly #chunks: (Chunk | undefined)[] = [];
  readonly #folders: string[] = [];

  constructor(facts: FactColumns) {
    this.#facts = facts;
  }

  entered(number: number): void {
    this.#chunks[number >> CHUNK_BITS] = undefined;
  }

  leaving(): void {}

  learnt(): void {}

  /**
   * Takes out of the mask the photos in whose name and path the word is not.
   * @param word folded, see `foldedText`, not empty
   * @param mask 1 by number of a photo // (end,)
   */
  keep(word: string, mask: Uint8Array): void {
    const { folder } = this.#facts;
    const slash = word.lastIndexOf('/');
    // A word with a slash may end in the name.
    const [head, tail] = [word.slice(0, slash + 1), word.slice(slash + 1)];
    const folders = this.#foldedFolders().map((text) =>
      text.includes(word) ? 'whole' : slash >= 0 && text.endsWith(head) ? 'head' : 'no',
    );
    for (let first = 0; first < mask.length; first += CHUNK) {
      const { text, starts } = this.#chunk(first >> CHUNK_BITS);
      const found = this.#linesWith(word, text, starts);
      const end = Math.min(CHUNK, mask.length - first);
      for (let i = 0; i < end; i++) {
        if (mask[first + i] === 0 || found[i] === 1) continue;
        const within = folders[folder[first + i]!];
        if (within === 'whole' || (within === 'head' && text.startsWith(tail, starts[i]!))) continue;
        mask[first + i] = 0;
      }
    }
  }

  #linesWith(word: string, text: string, starts: Uint32Array): Uint8Array {
    const found = new Uint8Array(CHUNK);
    let line = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[line + 1]!)) {
      while (starts[line + 1]! <= at) line++;
      found[line] = 1;
    }
    return found;
  }

  #chunk(index: number): Chunk {
    const known = this.#chunks[index];
    if (known !== undefined) return known;
    const starts = new Uint32Array(CHUNK + 1);
    let text = '';
    for (let i = 0; i < CHUNK; i++) {
      starts[i] = text.length;
      text += this.#line(index * CHUNK + i) + LINE_END;
    }
    starts[CHUNK] = text.length;
    const chunk = { text, starts };
    this.#chunks[index] = chunk;
    return chunk;
  }

  #line(number: number): string {
    const facts = this.#facts;
    if (!facts.has(number)) return '';
    const name = oneLine(facts.names.get(number));
    return facts.hasOddPath(number) ? name + BETWEEN + oneLine(facts.path(number)) : name;
  }

  #foldedFolders(): readonly string[] {
    const { texts } = this.#facts.folders;
    for (let i = this.#folders.length; i < texts.length; i++) this.#folders.push(oneLine(texts[i]!));
    return this.#folders;
  }
}

function oneLine(text: string): string {
  return foldedText(text).replace(/[\n\t]/g, ' ');
}
