import type { Facets } from '../../../pipeline/api/found.ts';
import { say } from '../../shared/language/say.ts';
import { type DaySpan, dayText } from '../../shared/route/days.ts';

export interface MonthOfPhotos {
  readonly text: string;
  readonly count: number;
  readonly span: DaySpan;
}

export interface YearOfPhotos extends MonthOfPhotos {
  readonly months: readonly MonthOfPhotos[];
}

/** The months of `facets` by their years, in their order. */
export function yearsOf(months: Facets['months']): readonly YearOfPhotos[] {
  const years = new Map<number, MonthOfPhotos[]>();
  for (const { start, count } of months) {
    const first = new Date(start);
    const year = first.getFullYear();
    const month = { text: say.monthName(first), count, span: spanOf(year, first.getMonth(), 1) };
    years.set(year, [...(years.get(year) ?? []), month]);
  }
  return [...years].map(([year, inner]) => ({
    text: String(year),
    count: inner.reduce((sum, { count }) => sum + count, 0),
    span: spanOf(year, 0, 12),
    months: inner,
  }));
}

function spanOf(year: number, month: number, months: number): DaySpan {
  const at = (m: number): string => {
    const date = new Date(2000, 0, 1);
    date.setFullYear(year, m, 1);
    return dayText(date);
  };
  return { from: at(month), until: at(month + months) };
}
