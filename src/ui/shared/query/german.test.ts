import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { german } from '../language/german/german.ts';
import { plain } from '../language/plain.ts';
import { speak } from '../language/say.ts';
import { ASK_ALL, type Ask } from '../route/ask.ts';
import { dayText, spanText } from '../route/days.ts';
import { spanInWords, spanOfWords } from './dateWords.ts';
import { withTerms } from './lineTerm.ts';
import { parseLine } from './parseLine.ts';
import { askInWords } from './sentence.ts';
import { suggestions } from './suggestions.ts';

/** The search line in German: its words are those of the catalogue, its rules are the same. */

beforeAll(() => speak('de'));
afterAll(() => speak('en'));

const TODAY = new Date(2026, 10, 29);
const VOCABULARY = {
  categories: ['person', 'chair', 'dog', 'cat', 'bear', 'TV or monitor', 'potted plant', 'Bella'],
  folders: ['2019/Rom'],
  cameras: ['Canon EOS R6'],
  albums: [],
};
const asked = (line: string): Ask => withTerms(ASK_ALL, parseLine(line, VOCABULARY, TODAY).terms);

test('a German line is read as it is meant', () => {
  const said: Record<string, string> = {
    '': 'alle Fotos',
    Hund: 'Hund',
    'hunde und personen': 'Hund und Person',
    'Hund, nicht Person': 'Hund, ohne Person',
    'Hund ohne Menschen': 'Hund, ohne Person',
    'hund -stuhl': 'Hund, ohne Stuhl',
    'Katze oder Hund': 'Katze oder Hund',
    'nur Bären': 'nur Bär',
    'kein Hund': 'ohne Hund',
    'Fernseher mit Pflanze': 'Bildschirm und Topfpflanze',
    'dog 2019': 'Hund, 2019',
    'Bella letzten Sommer': 'Bella, Sommer 2026',
    'Hund Juni 2021 Strand': 'Hund, Juni 2021, mit Namen „Strand“',
    'ordner:rom': 'in Rom',
    'kamera:r6': 'aufgenommen mit Canon EOS R6',
    'nichts erkannt': 'nichts erkannt',
    'favoriten vor 2020': 'Favoriten, vor 2020',
  };
  for (const [line, sentence] of Object.entries(said))
    expect([line, askInWords(asked(line))]).toEqual([line, sentence]);
});

test('only categories can be ruled out, in German as well', () => {
  expect(parseLine('ohne Strand', VOCABULARY, TODAY).problems).toEqual([
    'Nur Kategorien lassen sich ausschließen, „Strand“ nicht.',
  ]);
});

test('an object of a photo has the pronoun of its gender', () => {
  const like = { of: { kind: 'photo', id: 'a' } as const, region: null };
  const chips = ['cat', 'Bella'].map((category) => ({ category, role: 'all', like }) as const);
  expect(askInWords({ ...ASK_ALL, chips })).toBe('diese Katze und „Bella“');
});

test('times as people type them', () => {
  const expected: Record<string, string> = {
    '2019': '2019-01-01..2020-01-01',
    '31.12.2019': '2019-12-31..2020-01-01',
    'von 2019': '',
    '2019 bis 2021': '2019-01-01..2022-01-01',
    '1960er': '1960-01-01..1970-01-01',
    'märz 2021': '2021-03-01..2021-04-01',
    'mär 2021': '2021-03-01..2021-04-01',
    '12. juni 2021': '2021-06-12..2021-06-13',
    'sommer 2020': '2020-06-01..2020-09-01',
    'frühjahr 2020': '2020-03-01..2020-06-01',
    heute: '2026-11-29..2026-11-30',
    gestern: '2026-11-28..2026-11-29',
    'diese woche': '2026-11-23..2026-11-30',
    'letzte woche': '2026-11-16..2026-11-23',
    'letzten monat': '2026-10-01..2026-11-01',
    'im letzten jahr': '2025-01-01..2026-01-01',
    juni: '2026-06-01..2026-07-01',
    'letzter herbst': '2025-09-01..2025-12-01',
    'vor 2019': '..2019-01-01',
    'bis 2019': '..2020-01-01',
    'seit juni 2021': '2021-06-01..',
    'nach 2019': '2020-01-01..',
    'im sommer 2019': '2019-06-01..2019-09-01',
    '31. juni 2021': '',
    '12th juni 2021': '',
  };
  for (const [text, span] of Object.entries(expected)) {
    const read = spanOfWords(plain(text).split(' '), TODAY);
    expect([text, read === null ? '' : spanText(read)]).toEqual([text, span]);
  }
});

test('every time that is offered is one', () => {
  for (const time of german.typed.times)
    expect([time, spanOfWords(plain(time).split(' '), TODAY)]).not.toEqual([time, null]);
});

test('a time that is said in words is read as the same days', () => {
  const day = fc.date({ min: new Date(1900, 0, 1), max: new Date(2099, 11, 31), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.constantFrom('day', 'month', 'year'), (date, width) => {
      const [year, month] = [date.getFullYear(), date.getMonth()];
      const [from, until] = {
        day: [date, new Date(year, month, date.getDate() + 1)] as const,
        month: [new Date(year, month, 1), new Date(year, month + 1, 1)] as const,
        year: [new Date(year, 0, 1), new Date(year + 1, 0, 1)] as const,
      }[width];
      const span = { from: dayText(from), until: dayText(until) };
      expect(spanOfWords(plain(spanInWords(span)).split(' '), TODAY)).toEqual(span);
    }),
  );
});

test('a plain sentence is read as the question that it says', () => {
  const role = fc.constantFrom('all' as const, 'any' as const, 'none' as const);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...VOCABULARY.categories)),
      fc.array(role, { minLength: 8, maxLength: 8 }),
      (names, roles) => {
        const terms = names.map((name, i) => ({ kind: 'category', category: name, role: roles[i] ?? 'all' }) as const);
        const ask = withTerms(ASK_ALL, terms);
        const alternatives = ask.chips.filter((chip) => chip.role === 'any').length;
        fc.pre(alternatives === 0 || alternatives >= 2);
        const again = asked(askInWords(ask).replace('alle Fotos', ''));
        const byName = (chips: Ask['chips']) => [...chips].sort((a, b) => a.category.localeCompare(b.category));
        expect(byName(again.chips)).toEqual(byName(ask.chips));
      },
    ),
  );
});

test('the line is completed with German names, with what they are also called, and with times', () => {
  const completions = {
    ...VOCABULARY,
    counts: [9, 5, 3, 2, 1, 4, 2, 1],
    folderCounts: [1],
    cameraCounts: [1],
    months: [],
  };
  const offered = (line: string) => suggestions(line, completions, TODAY).map(({ text }) => text);
  expect(offered('hu')).toEqual(['Hund']);
  expect(offered('fern')).toEqual(['Bildschirm']);
  expect(offered('-per')).toEqual(['ohne Person']);
  expect(offered('letzter s')).toEqual(['letzter Sommer', 'Stuhl']);
  // The English name is no completion: "bo" is no beginning of a bottle.
  expect(offered('do')).toEqual([]);
});
