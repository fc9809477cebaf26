import type { PhotoSection } from '../../shared/model/photoSections.ts';

export interface ScrubberMark {
  /** Share of the scrubber's height, 0..1. */
  readonly y: number;
  readonly text: string;
}

/** Two years nearer to each other than this would be written over each other; CSS pixels. */
const LEAST_APART = 20;

/**
 * The years that have room beside a list, each where its first photo is.
 * @param tops of the sections in the list, CSS pixels // (≥ sections,)
 * @param height of the list
 * @param view of the scrubber
 */
export function scrubberMarks(
  sections: readonly PhotoSection[],
  tops: readonly number[],
  height: number,
  view: number,
): ScrubberMark[] {
  const marks: ScrubberMark[] = [];
  const far = Math.max(1, height - view);
  let before = Number.NEGATIVE_INFINITY;
  let year = Number.NaN;
  sections.forEach(({ time }, i) => {
    const its = new Date(time).getFullYear();
    if (its === year) return;
    year = its;
    const y = Math.min(1, (tops[i] ?? 0) / far);
    if ((y - before) * view < LEAST_APART) return;
    before = y;
    marks.push({ y, text: String(its) });
  });
  return marks;
}
