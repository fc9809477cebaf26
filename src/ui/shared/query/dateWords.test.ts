import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayText, spanFromText, spanText } from '../route/days.ts';
import { spanInWords, spanOfWords } from './dateWords.ts';

/** A Sunday. */
const TODAY = new Date(2026, 10, 29, 15, 30);
const read = (text: string) => {
  const span = spanOfWords(text.split(' '), TODAY);
  return span === null ? null : spanText(span);
};

test('times as people type them', () => {
  const expected: Record<string, string> = {
    '2019': '2019-01-01..2020-01-01',
    '2019-06': '2019-06-01..2019-07-01',
    '2019-12-31': '2019-12-31..2020-01-01',
    '31.12.2019': '2019-12-31..2020-01-01',
    '2019-2021': '2019-01-01..2022-01-01',
    '2019 to 2021': '2019-01-01..2022-01-01',
    '1960s': '1960-01-01..1970-01-01',
    'june 2021': '2021-06-01..2021-07-01',
    'jun 2021': '2021-06-01..2021-07-01',
    '12 june 2021': '2021-06-12..2021-06-13',
    'june 12th 2021': '2021-06-12..2021-06-13',
    'summer 2020': '2020-06-01..2020-09-01',
    'winter 2019': '2019-12-01..2020-03-01',
    today: '2026-11-29..2026-11-30',
    yesterday: '2026-11-28..2026-11-29',
    'this week': '2026-11-23..2026-11-30',
    'last week': '2026-11-16..2026-11-23',
    'this month': '2026-11-01..2026-12-01',
    'last month': '2026-10-01..2026-11-01',
    'last year': '2025-01-01..2026-01-01',
    june: '2026-06-01..2026-07-01',
    december: '2025-12-01..2026-01-01',
    'last summer': '2026-06-01..2026-09-01',
    'last autumn': '2025-09-01..2025-12-01',
    'last fall': '2025-09-01..2025-12-01',
    'last november': '2025-11-01..2025-12-01',
    'before 2019': '..2019-01-01',
    'until 2019': '..2020-01-01',
    'since june 2021': '2021-06-01..',
    'after 2019': '2020-01-01..',
    'in 2019': '2019-01-01..2020-01-01',
  };
  expect(Object.fromEntries(Object.keys(expected).map((text) => [text, read(text)]))).toEqual(expected);
});

test('what is no time is none', () => {
  for (const text of [
    '1000',
    '2500',
    '20190',
    'jun',
    'dog',
    '31 june 2021',
    '2019-13',
    '30.2.2020',
    'last dog',
    '2021-2019',
    'since',
  ]) {
    expect([text, read(text)]).toEqual([text, null]);
  }
});

test('times in words are short where they can be', () => {
  const words: Record<string, string> = {
    '2019-01-01..2020-01-01': '2019',
    '2019-01-01..2022-01-01': '2019 to 2021',
    '2021-06-01..2021-07-01': 'June 2021',
    '2019-12-01..2020-03-01': 'winter 2019',
    '..2019-01-01': 'before 2019',
    '2021-06-01..': 'since June 2021',
  };
  for (const [text, said] of Object.entries(words)) expect(spanInWords(spanFromText(text)!)).toBe(said);
});

test('a time that is said in words is read as the same days', () => {
  const day = fc.date({ min: new Date(1900, 0, 1), max: new Date(2099, 11, 31), noInvalidDate: true });
  const wide = fc.constantFrom('day', 'month', 'season', 'year');
  fc.assert(
    fc.property(day, wide, (date, width) => {
      const [year, month] = [date.getFullYear(), date.getMonth()];
      const season = Math.floor(((month + 10) % 12) / 3) * 3 + 2;
      const [from, until] = {
        day: [date, new Date(year, month, date.getDate() + 1)],
        month: [new Date(year, month, 1), new Date(year, month + 1, 1)],
        season: [new Date(year, season, 1), new Date(year, season + 3, 1)],
        year: [new Date(year, 0, 1), new Date(year + 1, 0, 1)],
      }[width] as [Date, Date];
      const span = { from: dayText(from), until: dayText(until) };
      // Intl writes "June 12, 2021" here, which is read as well.
      expect(spanOfWords(spanInWords(span).toLowerCase().split(' '), TODAY)).toEqual(span);
    }),
  );
});
