/** Photos under one header, from photo `start` of a list to the next section. */
export interface PhotoSection {
  readonly start: number;
  /** Milliseconds since 1970, of its first photo; NaN of a section that is not of a time. */
  readonly time: number;
  readonly unit: 'month' | 'year' | 'lessSure';
}

export type SectionUnit = 'month' | 'year';

/** Below so many photos a section there would be more headers than photos. */
const LEAST_MEAN = 5;

/** The first moment of the month or year that a time is in, and of the next one, in the reader's own time zone. */
function spanOf(time: number, unit: SectionUnit): { readonly from: number; readonly until: number } {
  const date = new Date(time);
  const [year, month] = [date.getFullYear(), unit === 'month' ? date.getMonth() : 0];
  const at = (y: number, m: number): number => {
    const first = new Date(2000, 0, 1);
    // Years below 100 are years of the first century here, not of the twentieth.
    first.setFullYear(y, m, 1);
    return first.setHours(0, 0, 0, 0);
  };
  return { from: at(year, month), until: unit === 'month' ? at(year, month + 1) : at(year + 1, 0) };
}

/**
 * Where months or years begin in a list that is ordered by time, either way. In the time of the sections, not of the photos.
 * @param times of capture, milliseconds since 1970 // (≥ count,)
 */
export function timeSections(times: Float64Array, count: number, unit: SectionUnit): PhotoSection[] {
  const sections: PhotoSection[] = [];
  let start = 0;
  while (start < count) {
    const time = times[start] ?? 0;
    const { from, until } = spanOf(time, unit);
    const inside = (index: number) => (times[index] ?? 0) >= from && (times[index] ?? 0) < until;
    sections.push({ start, time, unit });
    // Steps that double find a photo of the next section, halving finds the first.
    let step = 1;
    let low = start;
    while (low + step < count && inside(low + step)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(count, low + step);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (inside(middle)) low = middle;
      else high = middle;
    }
    start = high;
  }
  return sections;
}

/**
 * The sections of a list: months where there are enough photos in them, else years, else none; what is less sure comes under a header of
 * its own.
 * @param byTime whether the list is ordered by time
 * @param sure how many photos come before those that are less sure
 */
export function photoSections(times: Float64Array, byTime: boolean, sure: number): PhotoSection[] {
  const lessSure: PhotoSection[] = sure < times.length ? [{ start: sure, time: Number.NaN, unit: 'lessSure' }] : [];
  if (!byTime) return lessSure;
  for (const unit of ['month', 'year'] as const) {
    const sections = timeSections(times, sure, unit);
    if (sure / sections.length >= LEAST_MEAN) return [...sections, ...lessSure];
  }
  return lessSure;
}
