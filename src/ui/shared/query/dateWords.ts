import { say } from '../language/say.ts';
import { type Day, type DaySpan, dayStart, dayText } from '../route/days.ts';

/** Times as people type them, in their own calendar. Seasons are those of the northern half: winter 2019 begins in December 2019. */

/** The first month of each, counted from 0. */
const SEASONS = { spring: 2, summer: 5, autumn: 8, winter: 11 } as const;
const SEASON_NAMES = ['spring', 'summer', 'autumn', 'winter'] as const;
/** Photography is a little older than this; later years than the second are file numbers rather than years. */
const [FIRST_YEAR, LAST_YEAR] = [1826, 2199];

/** More words than any time takes: "from 12 june 2021". */
export const LONGEST_DATE = 4;

/** The days that the words name all together, or null. `words` are in lower case. */
export function spanOfWords(words: readonly string[], today: Date): DaySpan | null {
  const [first = '', ...rest] = words;
  if (rest.length > 0) {
    const span = spanOfWords(rest, today);
    const { since, after, before, until, in: within } = say.typed;
    if (span !== null && since.includes(first)) return span.from === null ? null : { ...span, until: null };
    if (span !== null && after.includes(first)) return span.until === null ? null : { from: span.until, until: null };
    if (span !== null && before.includes(first)) return span.from === null ? null : { from: null, until: span.from };
    if (span !== null && until.includes(first)) return span.until === null ? null : { from: null, until: span.until };
    if (span !== null && within.includes(first)) return span;
  }
  return spanOfOne(words, today);
}

function spanOfOne(words: readonly string[], today: Date): DaySpan | null {
  const [one = '', two = '', three = ''] = words;
  switch (words.length) {
    case 1:
      return written(one) ?? namedDay(one, today) ?? latest(one, today);
    case 2:
      return monthOf(one, yearOf(two)) ?? seasonOf(one, yearOf(two)) ?? relative(one, two, today);
    case 3:
      // "12 june 2021", "june 12, 2021", "2019 to 2021".
      return (
        dayOf(one, two, three) ?? dayOf(two, one, three) ?? (say.typed.to.includes(two) ? years(one, three) : null)
      );
    default:
      return null;
  }
}

/** "2019", "2019-06", "2019-06-12", "12.6.2019", "2019-2021", "2010s". */
function written(text: string): DaySpan | null {
  const range = /^(\d{4})(?:-|–|\.\.)(\d{4})$/.exec(text);
  if (range !== null) return years(range[1] ?? '', range[2] ?? '');
  const decade = /^(\d{3}0)(\p{L}+)$/u.exec(text);
  if (decade !== null && say.typed.decade.includes(decade[2] ?? ''))
    return years(decade[1] ?? '', String(Number(decade[1]) + 9));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [, year, month, day] =
    (dotted === null ? /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) : [text, dotted[3], dotted[2], dotted[1]]) ?? [];
  const wholeYear = yearOf(year ?? '');
  if (wholeYear === null) return null;
  if (month === undefined) return span(date(wholeYear, 0), date(wholeYear + 1, 0));
  const index = Number(month) - 1;
  if (day === undefined)
    return index >= 0 && index < 12 ? span(date(wholeYear, index), date(wholeYear, index + 1)) : null;
  return oneDay(wholeYear, index, Number(day));
}

function years(from: string, until: string): DaySpan | null {
  const [first, last] = [yearOf(from), yearOf(until)];
  return first === null || last === null || first > last ? null : span(date(first, 0), date(last + 1, 0));
}

function yearOf(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** Three letters are enough: "jun". */
function monthIndex(text: string): number {
  return text.length < 3 ? -1 : say.typed.months.findIndex((month) => month.startsWith(text));
}

function monthOf(text: string, year: number | null): DaySpan | null {
  const month = monthIndex(text);
  return month < 0 || year === null ? null : span(date(year, month), date(year, month + 1));
}

function seasonOf(text: string, year: number | null): DaySpan | null {
  const season = SEASON_NAMES.find((name) => say.typed.seasons[name].includes(text));
  if (season === undefined || year === null) return null;
  const month = SEASONS[season];
  return span(date(year, month), date(year, month + 3));
}

function dayOf(dayWord: string, monthWord: string, yearWord: string): DaySpan | null {
  const [month, year] = [monthIndex(monthWord), yearOf(yearWord)];
  const day = /^(\d{1,2})(\p{L}*)[,.]?$/u.exec(dayWord);
  return day === null || !say.typed.ordinals.includes(day[2] ?? '') || month < 0 || year === null
    ? null
    : oneDay(year, month, Number(day[1]));
}

function oneDay(year: number, month: number, day: number): DaySpan | null {
  const start = date(year, month, day);
  // The 31st of June is no day, and not the first of July either.
  return start.getMonth() === month && start.getDate() === day ? span(start, date(year, month, day + 1)) : null;
}

/** "june", "summer": the last one that has begun. */
function latest(text: string, today: Date): DaySpan | null {
  const year = today.getFullYear();
  const begun = (of: (year: number) => DaySpan | null) => {
    const now = of(year);
    return now !== null && (now.from ?? '') <= dayText(today) ? now : of(year - 1);
  };
  // "mar" is a word of many file names; a month alone is written out.
  const month = say.typed.months.indexOf(text);
  if (month >= 0) return begun((of) => span(date(of, month), date(of, month + 1)));
  return seasonOf(text, year) === null ? null : begun((of) => seasonOf(text, of));
}

/** "today", "yesterday". */
function namedDay(text: string, today: Date): DaySpan | null {
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  if (say.typed.today.includes(text)) return oneDay(year, month, day);
  return say.typed.yesterday.includes(text) ? span(date(year, month, day - 1), date(year, month, day)) : null;
}

/** "this month", "last year", "last summer": the last one that is over. */
function relative(which: string, what: string, today: Date): DaySpan | null {
  const { typed } = say;
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  const back = typed.last.includes(which) ? 1 : 0;
  if (back === 0 && !typed.this.includes(which)) return null;
  // Weeks begin on Monday.
  const monday = day - ((today.getDay() + 6) % 7) - 7 * back;
  if (typed.week.includes(what)) return span(date(year, month, monday), date(year, month, monday + 7));
  if (typed.month.includes(what)) return span(date(year, month - back), date(year, month - back + 1));
  if (typed.year.includes(what)) return span(date(year - back, 0), date(year - back + 1, 0));
  if (back === 0) return null;
  const begun = latest(what, today);
  if (begun === null || (begun.until ?? '') <= dayText(today)) return begun;
  const from = dayStart(begun.from ?? '');
  return from === null ? null : latest(what, date(from.getFullYear(), from.getMonth(), 0));
}

function date(year: number, month: number, day = 1): Date {
  return new Date(year, month, day);
}

function span(from: Date, until: Date): DaySpan {
  return { from: dayText(from), until: dayText(until) };
}

/** '2019', 'June 2021', 'summer 2020', '12 June 2021', 'since 2020', '12 June 2021 to 3 July 2021'. */
export function spanInWords({ from, until }: DaySpan): string {
  if (from === null) return until === null ? say.line.anyTime : say.line.before(boundary(until));
  if (until === null) return say.line.since(boundary(from));
  const [start, end] = [dayStart(from), dayStart(until)];
  if (start === null || end === null) return say.line.fromTo(from, until);
  const months = (end.getFullYear() - start.getFullYear()) * 12 + end.getMonth() - start.getMonth();
  const wholeMonths = start.getDate() === 1 && end.getDate() === 1;
  if (wholeMonths && months === 1) return say.month(start);
  if (wholeMonths && months === 3) {
    const season = SEASON_NAMES.find((name) => SEASONS[name] === start.getMonth());
    if (season !== undefined) return say.line.seasons[season](String(start.getFullYear()));
  }
  if (wholeMonths && start.getMonth() === 0 && months % 12 === 0) {
    const [first, last] = [start.getFullYear(), end.getFullYear() - 1];
    return first === last ? String(first) : say.line.fromTo(String(first), String(last));
  }
  const last = new Date(end.getFullYear(), end.getMonth(), end.getDate() - 1);
  return dayText(start) === dayText(last) ? say.day(start) : say.line.fromTo(say.day(start), say.day(last));
}

/** A year for its first day, a month for its own, else the day. */
function boundary(day: Day): string {
  const start = dayStart(day);
  if (start === null) return day;
  if (start.getDate() !== 1) return say.day(start);
  return start.getMonth() === 0 ? String(start.getFullYear()) : say.month(start);
}
