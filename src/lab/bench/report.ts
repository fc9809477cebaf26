import type { BenchRow } from './row.ts';

/** One run of `npm run bench`, as `--json` saves it and `--compare` reads it. */
export interface BenchReport {
  readonly date: string;
  /** Processor, cores, runtime. */
  readonly machine: string;
  /** The WebGPU adapter at hand. */
  readonly adapter: string;
  readonly groups: Readonly<Record<string, readonly BenchRow[]>>;
}

/** @throws Error when the text is no saved report. */
export function readReport(text: string): BenchReport {
  const report: unknown = JSON.parse(text);
  if (typeof report !== 'object' || report === null || !('groups' in report) || !('machine' in report)) {
    throw new Error('readReport: got no groups or no machine, wanted a file that `npm run bench -- --json FILE` wrote');
  }
  return report as BenchReport;
}

function milliseconds(ms: number): string {
  if (ms >= 100) return ms.toFixed(0);
  return ms >= 1 ? ms.toFixed(1) : ms.toPrecision(2);
}

function sameRow(row: BenchRow, rows: readonly BenchRow[] = []): BenchRow | undefined {
  return rows.find(({ name, peer }) => name === row.name && peer === row.peer);
}

/** The rows of one group as a table; with a saved group a column tells how many times the saved time each takes. */
export function groupTable(rows: readonly BenchRow[], saved?: readonly BenchRow[]): string {
  const header = ['', 'median ms', 'p10 – p90', 'runs', ...(saved ? ['× saved'] : []), 'note'];
  const cells = rows.map((row) => {
    const before = sameRow(row, saved);
    return [
      row.peer === undefined ? row.name : `  peer: ${row.peer}`,
      milliseconds(row.medianMs),
      `${milliseconds(row.spreadMs[0])} – ${milliseconds(row.spreadMs[1])}`,
      String(row.runs),
      ...(saved ? [before ? (row.medianMs / before.medianMs).toFixed(2) : '–'] : []),
      row.note ?? '',
    ];
  });
  const widths = header.map((title, column) => Math.max(title.length, ...cells.map((line) => line[column]!.length)));
  const last = header.length - 1;
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, column) =>
        column === 0 || column === last ? text.padEnd(widths[column]!) : text.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd();
  return [line(header), ...cells.map(line)].join('\n');
}
