/** What was seen of one fault. */
export interface Outcome {
  readonly fault: string;
  /** Photos that were shown before it and are not there afterwards. */
  readonly lost: number;
  /** Good photos that were put aside. */
  readonly putAside: number;
}

/** What was seen of a block of faults in one profile. */
export interface BlockOutcome {
  readonly block: string;
  readonly outcomes: readonly Outcome[];
  /** Photos that are in the gallery more than once at the end. */
  readonly twice: number;
  /** Photos that are missing at the end, or too many. */
  readonly miscounted: number;
  /** The longest that the page's thread stood still, milliseconds. */
  readonly longestPause: number;
  /** Of the tab that stood still longest. */
  readonly longestFrame: string;
  /** Of the machine at the end: programs that wanted a processor. */
  readonly load: number;
  /** From each loss of the GPU to the engine that takes the next photo, milliseconds. */
  readonly recoveries: readonly number[];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A table in Markdown, as the README quotes it. */
export function soakTable(blocks: readonly BlockOutcome[]): string {
  const outcomes = blocks.flatMap((block) => block.outcomes);
  const row = (name: string, of: readonly Outcome[]) => [
    name,
    of.length,
    sum(of.map(({ lost }) => lost)),
    sum(of.map(({ putAside }) => putAside)),
  ];
  const kinds = [...new Set(outcomes.map(({ fault }) => fault))];
  const cells = [
    ['fault', 'times', 'photos lost', 'good photos put aside'],
    ['---', '---', '---', '---'],
    ...kinds.map((kind) =>
      row(
        kind,
        outcomes.filter(({ fault }) => fault === kind),
      ),
    ),
    row('all', outcomes),
  ];
  const slowest = blocks.toSorted((a, b) => b.longestPause - a.longestPause)[0];
  const recoveries = blocks.flatMap((block) => block.recoveries).toSorted((a, b) => a - b);
  return [
    ...cells.map((line) => `| ${line.join(' | ')} |`),
    `photos there twice at the end: ${sum(blocks.map(({ twice }) => twice))}; missing or too many: ${sum(blocks.map(({ miscounted }) => miscounted))}`,
    `longest pause of the page: ${Math.round(slowest?.longestPause ?? 0)} ms at a load of ${slowest?.load ?? 0}; the longest frame there ${slowest?.longestFrame || 'was short'}`,
    ...(recoveries.length === 0
      ? []
      : [
          `from the loss of a device to the engine that takes the next photo: median ${Math.round(recoveries[recoveries.length >> 1]!)} ms, longest ${Math.round(recoveries.at(-1)!)} ms, ${recoveries.length} losses`,
        ]),
  ].join('\n');
}
