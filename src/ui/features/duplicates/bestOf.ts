import type { NumberedSummary } from '../../../pipeline/api/found.ts';

/**
 * The copy to keep of one picture: a favourite before others, then the most pixels, the most bytes (the least compressed), the oldest; by
 * id where all of that is the same. Null of none.
 */
export function bestOf(copies: readonly NumberedSummary[]): NumberedSummary | null {
  return copies.reduce<NumberedSummary | null>(
    (best, copy) => (best === null || compare(copy, best) < 0 ? copy : best),
    null,
  );
}

function compare(a: NumberedSummary, b: NumberedSummary): number {
  return (
    Number(b.favourite) - Number(a.favourite) ||
    b.width * b.height - a.width * a.height ||
    b.size - a.size ||
    a.takenAt - b.takenAt ||
    (a.id < b.id ? -1 : 1)
  );
}
