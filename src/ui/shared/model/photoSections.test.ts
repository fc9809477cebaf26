import fc from 'fast-check';
import { expect, test } from 'vitest';
import { photoSections, timeSections } from './photoSections.ts';

/** From the year −400 to 2600, and close together around 2020. */
const times = fc.array(
  fc.oneof(fc.integer({ min: -75e12, max: 20e12 }), fc.integer({ min: 1_577_000_000_000, max: 1_610_000_000_000 })),
  { maxLength: 80 },
);
const monthOf = (time: number) => `${new Date(time).getFullYear()} ${new Date(time).getMonth()}`;

test('a section begins where the month of one photo is not that of the photo before, whichever way the list goes', () => {
  fc.assert(
    fc.property(times, fc.boolean(), (list, newestFirst) => {
      const ordered = Float64Array.from(list).sort();
      if (newestFirst) ordered.reverse();
      const expected = [...ordered.keys()].filter(
        (at) => at === 0 || monthOf(ordered[at] ?? 0) !== monthOf(ordered[at - 1] ?? 0),
      );
      const sections = timeSections(ordered, ordered.length, 'month');
      expect(sections.map(({ start }) => start)).toEqual(expected);
      for (const { start, time } of sections) expect(time).toBe(ordered[start]);
    }),
  );
});

const day = (year: number, month: number) => new Date(year, month, 12).getTime();
const repeated = (time: number, count: number) => Array.from({ length: count }, () => time);

test('months of a few photos each become years, and those become none', () => {
  const units = (list: number[]) =>
    photoSections(Float64Array.from(list), true, list.length).map(({ start, unit }) => `${unit} ${start}`);
  expect(units([...repeated(day(2021, 5), 9), ...repeated(day(2021, 4), 3)])).toEqual(['month 0', 'month 9']);
  expect(units([9, 8, 7, 6, 5, 4].map((month) => day(2021, month)))).toEqual(['year 0']);
  expect(units([day(2021, 5), day(2020, 5)])).toEqual([]);
});

test('what is less sure has its own header after the last date, and one in a list without dates', () => {
  const list = Float64Array.from([...repeated(day(2021, 5), 6), day(2022, 1), day(2019, 1)]);
  expect(photoSections(list, true, 6).map(({ start, unit }) => `${unit} ${start}`)).toEqual(['month 0', 'lessSure 6']);
  expect(photoSections(list, false, 6).map(({ unit }) => unit)).toEqual(['lessSure']);
  expect(photoSections(list, false, 8)).toEqual([]);
  expect(photoSections(list, false, 0)).toMatchObject([{ start: 0, unit: 'lessSure' }]);
});
