import { join } from 'node:path';
import { FileWriter } from '../indexFile/fileWriter.ts';
import type { OpenedIndexFile } from '../indexFile/openedIndexFile.ts';
import { codeBytes, type ExportedPhoto, exportedPhoto } from './exportedPhoto.ts';
import { type FaissCodes, writeBinaryFlat, writeBinaryMultiHash } from './faissFiles.ts';
import { ParquetFile } from './parquetFile.ts';
import { postgresEnd, postgresRow, postgresStart } from './postgresScript.ts';

export const ENGINES = ['postgres', 'faiss', 'parquet'] as const;
export type ExportEngine = (typeof ENGINES)[number];

/** @param onDone called after each photo with the number of those done @returns the files that were written, and what is to be said */
export type Export = (
  index: OpenedIndexFile,
  folder: string,
  onDone: (photos: number) => void,
) => Promise<{ readonly files: readonly string[]; readonly notes: readonly string[] }>;

async function eachPhoto(
  index: OpenedIndexFile,
  onDone: (photos: number) => void,
  use: (photo: ExportedPhoto, place: number) => void,
): Promise<void> {
  let place = 0;
  for await (const travelling of index.photos()) {
    use(exportedPhoto(travelling), place++);
    onDone(place);
  }
}

async function toPostgres(...[index, folder, onDone]: Parameters<Export>): ReturnType<Export> {
  const { header } = index;
  const path = join(folder, 'photos.sql');
  const file = new FileWriter(path);
  const encoder = new TextEncoder();
  const write = (text: string) => file.write(encoder.encode(text));
  write(postgresStart(header));
  await eachPhoto(index, onDone, (photo) => write(postgresRow(photo, header.bitsPerCategory)));
  write(postgresEnd(header));
  file.close();
  return { files: [path], notes: [] };
}

async function toParquet(...[index, folder, onDone]: Parameters<Export>): ReturnType<Export> {
  const path = join(folder, 'photos.parquet');
  const file = new ParquetFile(path, index.header);
  await eachPhoto(index, onDone, (photo) => file.add(photo));
  file.end();
  return { files: [path], notes: [] };
}

/** Codes of one kind, gathered: FAISS's files begin with how many there are, and hash tables need all of them. */
class GatheredCodes {
  readonly name: string;
  readonly codes: FaissCodes;

  constructor(name: string, bits: number, count: number) {
    this.name = name;
    this.codes = { bits, count, bytes: new Uint8Array((count * bits) / 8) };
  }

  set(place: number, words: Uint32Array): void {
    this.codes.bytes.set(codeBytes(words), (place * this.codes.bits) / 8);
  }
}

async function toFaiss(...[index, folder, onDone]: Parameters<Export>): ReturnType<Export> {
  const { photos } = index.header;
  const semantic = new GatheredCodes('semantic', 64, photos);
  const appearance = new GatheredCodes('appearance', 128, photos);
  let without = 0;
  const table = join(folder, 'photos.tsv');
  const rows = new FileWriter(table);
  const encoder = new TextEncoder();
  const oneLine = (text: string): string => text.replaceAll(/[\t\n\r]/g, ' ');
  await eachPhoto(index, onDone, (photo, place) => {
    semantic.set(place, photo.semantic);
    if (photo.appearance === null) without++;
    else appearance.set(place, photo.appearance);
    rows.write(encoder.encode(`${place}\t${photo.id}\t${oneLine(photo.path)}\n`));
  });
  rows.close();
  const files = [table];
  const notes: string[] = [];
  if (without > 0) notes.push(`${without} photos have no codes of looks, so there are no files of them.`);
  for (const { name, codes } of without === 0 ? [semantic, appearance] : [semantic]) {
    for (const [kind, writeIndex] of [
      ['flat', writeBinaryFlat],
      ['multihash', writeBinaryMultiHash],
    ] as const) {
      const path = join(folder, `${name}.${kind}.faiss`);
      const file = new FileWriter(path);
      try {
        writeIndex((bytes) => file.write(bytes), codes);
        file.close();
        files.push(path);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        file.abandon();
        notes.push(
          `${path} is of no use: ${photos} photos agree in a part of their codes, which FAISS's format cannot hold.`,
        );
      }
    }
  }
  return { files, notes };
}

export const EXPORTS: Readonly<Record<ExportEngine, Export>> = {
  postgres: toPostgres,
  faiss: toFaiss,
  parquet: toParquet,
};
