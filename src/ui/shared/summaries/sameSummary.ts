import type { NumberedSummary } from '../../../pipeline/api/found.ts';

/** Whether two summaries say the same, so that a tile need not be rendered again. */
export function sameSummary(a: NumberedSummary | null | undefined, b: NumberedSummary | null | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  const { probabilities: ours, ...left } = a;
  const { probabilities: theirs, ...right } = b;
  return (
    ours.length === theirs.length &&
    ours.every((probability, category) => probability === theirs[category]) &&
    JSON.stringify(left) === JSON.stringify(right)
  );
}
