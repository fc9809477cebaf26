import type { QualityReport } from '../../../pipeline/api/qualityVerbs.ts';

/** All of a report, for other programs. */
export function reportJson(report: QualityReport): Blob {
  return new Blob([`${JSON.stringify(report, null, 2)}\n`], { type: 'application/json' });
}

const COLUMNS = [
  'category',
  'photos',
  'average_precision',
  'gate',
  'precision',
  'precision_low',
  'precision_high',
  'recall',
  'recall_low',
  'recall_high',
];

/** The table of the categories (RFC 4180); a figure that does not exist is an empty field. */
export function categoriesCsv({ categories }: QualityReport): Blob {
  const rows = categories.map(({ name, photos, ap, gate, precision, recall }) => [
    name,
    photos,
    ap,
    gate,
    ...[precision, recall].flatMap(({ value, low, high }) =>
      value === null ? [null, null, null] : [value, low, high],
    ),
  ]);
  const lines = [COLUMNS, ...rows].map((row) => row.map((value) => field(value)).join(','));
  return new Blob([`${lines.join('\r\n')}\r\n`], { type: 'text/csv' });
}

function field(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
