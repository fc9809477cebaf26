import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import { type Category, heldCategories } from '../model/category.ts';

/** What a list of photos says of each, as it is written to a file. */
export interface PhotoRecord {
  readonly name: string;
  readonly path: string;
  /** ISO 8601. */
  readonly taken: string;
  readonly camera: string | null;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly favourite: boolean;
  /** P_c of each category that the photo holds, surest first. */
  readonly categories: Readonly<Record<string, number>>;
  /** SHA-256 of the file. */
  readonly id: string;
}

export function photoRecord(photo: NumberedSummary, categories: readonly Category[]): PhotoRecord {
  const held = heldCategories(photo.probabilities, categories);
  return {
    name: photo.name,
    path: photo.path,
    taken: isoTime(photo.takenAt),
    camera: photo.camera,
    width: photo.width,
    height: photo.height,
    bytes: photo.size,
    favourite: photo.favourite,
    categories: Object.fromEntries(held.map(({ name, probability }) => [name, Math.round(probability * 1000) / 1000])),
    id: photo.id,
  };
}

/** A file's time may be anything, and not everything is a date. */
function isoTime(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

const COLUMNS = [
  'name',
  'path',
  'taken',
  'camera',
  'width',
  'height',
  'bytes',
  'favourite',
  'categories',
  'id',
] as const;

/** RFC 4180, with a byte order mark, without which spreadsheets take UTF-8 for something else. */
export function csvOf(records: readonly PhotoRecord[]): string {
  const lines = records.map((record) =>
    COLUMNS.map((column) => {
      if (column !== 'categories') return field(record[column]);
      const held = Object.entries(record.categories);
      return field(held.map(([name, probability]) => `${name} ${probability}`).join('; '));
    }).join(','),
  );
  return `\ufeff${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function field(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value ?? '');
  // A spreadsheet would compute what begins like a formula; file names may.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function jsonOf(records: readonly PhotoRecord[]): string {
  return `${JSON.stringify(records, null, 2)}\n`;
}
