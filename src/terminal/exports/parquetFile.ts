import type { SchemaElement } from 'hyparquet';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { wordsForBits } from '../../codes/packedCodes.ts';
import type { GalleryFileHeader } from '../../gallery/archive/galleryFile.ts';
import { codeBytes, type ExportedPhoto } from './exportedPhoto.ts';

const GROUP_ROWS = 50_000;

interface Column {
  readonly element: SchemaElement;
  value(photo: ExportedPhoto): unknown;
}

function binary(
  name: string,
  bytes: number,
  value: (photo: ExportedPhoto) => Uint8Array | null,
  optional = false,
): Column {
  const repetition_type = optional ? 'OPTIONAL' : 'REQUIRED';
  return { element: { name, type: 'FIXED_LEN_BYTE_ARRAY', type_length: bytes, repetition_type }, value };
}

function plain(name: string, rest: Omit<SchemaElement, 'name'>, value: (photo: ExportedPhoto) => unknown): Column {
  return { element: { name, repetition_type: 'REQUIRED', ...rest }, value };
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;

/** A name for the columns of a category: letters, digits and underscores. */
function columnName(category: string): string {
  return category.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');
}

function columnsOf({ categories, bitsPerCategory }: GalleryFileHeader): Column[] {
  const words = wordsForBits(bitsPerCategory);
  return [
    binary('id', 32, ({ id }) => new Uint8Array(Buffer.from(id, 'hex'))),
    plain('name', TEXT, ({ name }) => name),
    plain('path', TEXT, ({ path }) => path),
    plain('paths', { type: 'BYTE_ARRAY', converted_type: 'JSON' }, ({ paths }) => paths),
    plain('bytes', { type: 'INT64' }, ({ size }) => BigInt(size)),
    plain('width', { type: 'INT32' }, ({ width }) => width),
    plain('height', { type: 'INT32' }, ({ height }) => height),
    plain('taken_at', { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }, ({ takenAt }) =>
      BigInt(Math.round(takenAt)),
    ),
    plain('camera', { ...TEXT, repetition_type: 'OPTIONAL' }, ({ camera }) => camera),
    plain('favourite', { type: 'BOOLEAN' }, ({ favourite }) => favourite),
    binary('semantic', 8, ({ semantic }) => codeBytes(semantic)),
    binary('appearance', 16, ({ appearance }) => appearance && codeBytes(appearance), true),
    binary('fingerprint', 8, ({ fingerprint }) => codeBytes(fingerprint)),
    ...categories.flatMap(({ name }, c) => [
      plain(`probability_${columnName(name)}`, { type: 'FLOAT' }, ({ probabilities }) => probabilities[c]!),
      binary(`piece_${columnName(name)}`, words * 4, ({ categoryCodes }) =>
        codeBytes(categoryCodes.subarray(c * words, (c + 1) * words)),
      ),
    ]),
  ];
}

/** A Parquet file of the photos, codes as binary columns of fixed length, written group by group. */
export class ParquetFile {
  readonly #columns: readonly Column[];
  readonly #writer: ParquetWriter;
  #rows: ExportedPhoto[] = [];

  constructor(path: string, header: GalleryFileHeader) {
    this.#columns = columnsOf(header);
    this.#writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: [{ name: 'root', num_children: this.#columns.length }, ...this.#columns.map(({ element }) => element)],
      kvMetadata: [
        { key: 'facet.modelVersion', value: header.modelVersion },
        { key: 'facet.categories', value: JSON.stringify(header.categories) },
      ],
    });
  }

  add(photo: ExportedPhoto): void {
    this.#rows.push(photo);
    if (this.#rows.length >= GROUP_ROWS) this.#group();
  }

  end(): void {
    this.#group();
    this.#writer.finish();
  }

  #group(): void {
    if (this.#rows.length === 0) return;
    const rows = this.#rows;
    this.#rows = [];
    this.#writer.write({
      columnData: this.#columns.map(({ element, value }) => ({ name: element.name, data: rows.map(value) })),
      rowGroupSize: GROUP_ROWS,
    });
  }
}
