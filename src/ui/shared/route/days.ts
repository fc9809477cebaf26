/** Days as addresses hold them: '2019-06-01', in the calendar of whoever reads them. A photo's capture time has no time zone either. */
export type Day = string;

/** Days on which a photo was taken; null leaves that end open. */
export interface DaySpan {
  readonly from: Day | null;
  /** Exclusive. */
  readonly until: Day | null;
}

/** The most that a Date can be away from 1970, milliseconds. */
const LATEST = 8.64e15;

export function dayText(date: Date): Day {
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** The first instant of such a day; null where there is no such day. */
export function dayStart(day: Day): Date | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (match === null) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const start = new Date(2000, month - 1, date);
  start.setFullYear(year, month - 1, date);
  return dayText(start) === day ? start : null;
}

/** '2019-06-01..2019-09-01', an open end left out. */
export function spanText({ from, until }: DaySpan): string {
  return `${from ?? ''}..${until ?? ''}`;
}

/** The span of such a text; null for anything else, an empty or a backward span included. */
export function spanFromText(text: string | null): DaySpan | null {
  const [from, until, ...more] = (text ?? '').split('..');
  if (from === undefined || until === undefined || more.length > 0 || (from === '' && until === '')) return null;
  if ([from, until].some((day) => day !== '' && dayStart(day) === null)) return null;
  if (from !== '' && until !== '' && from >= until) return null;
  return { from: from === '' ? null : from, until: until === '' ? null : until };
}

/** The span as the pipeline wants it, milliseconds since 1970. */
export function spanTimes({ from, until }: DaySpan): { readonly from: number; readonly until: number } {
  return {
    from: from === null ? -LATEST : (dayStart(from)?.getTime() ?? -LATEST),
    until: until === null ? LATEST : (dayStart(until)?.getTime() ?? LATEST),
  };
}
