import { stripVTControlCharacters } from 'node:util';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { NoteKind } from './notes.ts';

interface Row {
  readonly project: string;
  readonly what: string;
  readonly outcome: string;
}

/** One table at the end: in which browser what ran on which engine, and how it ended. */
export default class TableReporter implements Reporter {
  readonly #rows: Row[] = [];
  readonly #titles = new Map<string, Partial<Record<NoteKind, string>>>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const project = test.parent.project()?.name ?? '';
    const notes = [...test.annotations, ...result.annotations];
    const noted = (kind: string): string | undefined => notes.find(({ type }) => type === kind)?.description;
    const title = this.#titles.get(project) ?? {};
    this.#titles.set(project, {
      browser: noted('browser') ?? title.browser ?? project,
      engine: noted('engine') ?? title.engine ?? '',
    });
    this.#rows.push({ project, what: test.title, outcome: outcomeOf(result, noted('figure'), noted('skip')) });
  }

  onEnd(_result: FullResult): void {
    const lines = this.#rows.map(({ project, what, outcome }) => {
      const { browser = project, engine = '' } = this.#titles.get(project) ?? {};
      return [browser, engine, what, outcome];
    });
    console.log(`\n${table([['Browser', 'Engine', 'What ran', 'Result'], ...lines])}`);
  }

  printsToStdio(): boolean {
    return false;
  }
}

function outcomeOf(result: TestResult, figure: string | undefined, skipped: string | undefined): string {
  const ending = figure === undefined ? '' : `: ${figure}`;
  switch (result.status) {
    case 'passed':
      return `passed${ending}`;
    case 'skipped':
      return `not run: ${skipped ?? 'a step before it failed'}`;
    default:
      // The first line; the whole of it stands above.
      return `FAILED${ending || `: ${stripVTControlCharacters(result.error?.message ?? result.status).split('\n')[0]}`}`;
  }
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
