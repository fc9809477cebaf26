import { importGallery } from '../../gallery/archive/importGallery.ts';
import { Connection } from '../../gallery/connection.ts';
import { Gallery } from '../../gallery/gallery.ts';
import { type CorruptionKind, corrupted } from './corruption.ts';
import { repairedChecksums } from './repairedChecksums.ts';

/** What became of an index file with something wrong with it. */
export type CorruptOutcome = 'refused' | 'imported, equal' | 'imported, readable';

export interface CorruptRow {
  readonly kind: CorruptionKind;
  readonly seed: number;
  readonly outcome: CorruptOutcome;
}

/** A person reads it: a sentence, and nothing of programs. */
const SENTENCE = /^(The|This) .*[.]$/s;

function isSentence(refusal: unknown): boolean {
  if (!(refusal instanceof Error)) return false;
  return ['GalleryFileDamaged', 'OtherModel'].includes(refusal.name) && SENTENCE.test(refusal.message);
}

async function contentsOf(gallery: Gallery): Promise<string> {
  const ids = (await gallery.photos()).map(({ id }) => id);
  const travelling = await gallery.travelling(ids, true);
  const plain = (_: string, value: unknown): unknown =>
    ArrayBuffer.isView(value)
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')
      : value instanceof ArrayBuffer
        ? Buffer.from(value).toString('hex')
        : value;
  return JSON.stringify(travelling, plain);
}

function importing(gallery: Gallery, file: Blob, modelVersion: string) {
  return importGallery(gallery, file, { modelVersion, onProgress() {}, check() {}, room: () => Promise.resolve(null) });
}

/**
 * Imports the file once for each seed with something wrong with it, where IndexedDB is, into a gallery of its own. Every second one has its
 * checksums repaired.
 * @throws Error naming the seed where a file is refused by anything but a sentence, leaves something behind, or is imported as another one.
 */
export async function corruptIndexFiles(
  file: Uint8Array<ArrayBuffer>,
  modelVersion: string,
  seeds: Iterable<number>,
): Promise<CorruptRow[]> {
  const whole = new Gallery(new Connection(() => {}, `soak ${crypto.randomUUID()}`));
  await importing(whole, new Blob([file]), modelVersion);
  const wanted = await contentsOf(whole);
  const rows: CorruptRow[] = [];
  for (const seed of seeds) {
    const { kind, bytes } = corrupted(file, seed);
    const repaired = Math.floor(seed / 8) % 2 === 1;
    const gallery = new Gallery(new Connection(() => {}, `soak ${crypto.randomUUID()}`));
    const wrong = (what: string, cause?: unknown): Error => new Error(`seed ${seed} (${kind}): ${what}`, { cause });
    let refusal: unknown = null;
    try {
      await importing(gallery, new Blob([repaired ? repairedChecksums(bytes) : bytes]), modelVersion);
    } catch (error) {
      refusal = error;
    }
    const contents = await contentsOf(gallery).catch((error: unknown) => {
      throw wrong('what was imported cannot be read', error);
    });
    if (refusal === null) {
      if (contents !== wanted && !repaired) throw wrong('imported as another gallery');
      rows.push({ kind, seed, outcome: contents === wanted ? 'imported, equal' : 'imported, readable' });
      continue;
    }
    if (!isSentence(refusal)) throw wrong(`refused by ${String(refusal)}`, refusal);
    if (contents !== '[]') throw wrong('refused, but something was imported');
    rows.push({ kind, seed, outcome: 'refused' });
  }
  return rows;
}

/** A table in Markdown. */
export function corruptTable(rows: readonly CorruptRow[]): string {
  const outcomes: readonly CorruptOutcome[] = ['refused', 'imported, equal', 'imported, readable'];
  const lines = [...new Set(rows.map(({ kind }) => kind))].map((kind) => {
    const of = rows.filter((row) => row.kind === kind);
    return [kind, of.length, ...outcomes.map((outcome) => of.filter((row) => row.outcome === outcome).length)];
  });
  const head = ['corruption', 'times', ...outcomes];
  return [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}
