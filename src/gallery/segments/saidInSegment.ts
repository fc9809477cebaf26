import type { SegmentText } from './segmentFormat.ts';

/** A person's words on a photo of a segment, and paths at which it was seen besides its own. */
export interface SaidInSegment {
  readonly corrections: Readonly<Record<string, 'present' | 'absent'>>;
  /** Whether what the corrections change in its codes is there, too. */
  readonly recoded: boolean;
  readonly favourite: boolean;
  readonly paths: readonly string[];
}

export const NOTHING_SAID: SaidInSegment = { corrections: {}, recoded: false, favourite: false, paths: [] };

/** Of those photos of which something is said, by their places. */
export function saidInSegment({ corrections, recoded, favourites, files }: SegmentText): Map<number, SaidInSegment> {
  const said = new Map<number, SaidInSegment>();
  const add = (at: number, more: Partial<SaidInSegment>): void => {
    said.set(at, { ...(said.get(at) ?? NOTHING_SAID), ...more });
  };
  for (const [at, words] of corrections) add(at, { corrections: words });
  for (const [at] of recoded) add(at, { recoded: true });
  for (const at of favourites) add(at, { favourite: true });
  for (const [at, path] of files) add(at, { paths: [...(said.get(at)?.paths ?? []), path] });
  return said;
}
