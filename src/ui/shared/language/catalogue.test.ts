import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { english } from './english/english.ts';
import { german } from './german/german.ts';
import { PIPELINE_SENTENCES } from './german/pipeline.ts';
import { plain } from './plain.ts';
import { turned } from './sentences.ts';

type Say = (...values: readonly string[]) => unknown;
type Leaf = string | Say;

/** Everything that a catalogue says, by the way to it; words that are typed, and formats, are tested by themselves. */
function leavesOf(part: object, way = ''): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const [key, value] of Object.entries(part)) {
    if (way === '' && NOT_SAID.has(key)) continue;
    if (typeof value === 'string' || typeof value === 'function') leaves.set(`${way}${key}`, value);
    else if (typeof value === 'object' && value !== null)
      for (const [inner, leaf] of leavesOf(value, `${way}${key}.`)) leaves.set(inner, leaf);
  }
  return leaves;
}

const NOT_SAID = new Set(
  'locale,category,group,number,decimal,form,counted,list,day,month,monthName,typed,synonyms,singulars,pipeline'.split(
    ',',
  ),
);

/** Texts that are the same in both languages. */
const SAME = [
  'common.facet',
  'gallery.filter',
  'line.comma',
  'line.inFolder',
  'settings.details',
  'settings.version',
  'network.names.nanodet-g+ssd-mobilenetv2',
  'chips.name',
  'quality.sure',
  'shortcuts.search',
];

/** Numbers that are strings, too, so that they do for names; none is a part of another. */
const VALUES = ['701', '802', '903', '604'] as const;

function said(leaf: Leaf, values: readonly string[] = VALUES): string {
  return typeof leaf === 'string' ? leaf : String(leaf(...values));
}

const inEnglish = leavesOf(english);
const inGerman = leavesOf(german);
const both = [...inEnglish].map(([way, leaf]) => [way, leaf, inGerman.get(way)] as const);

test('each text is said in German, in other words than in English unless it is the same in both', () => {
  expect([...inGerman.keys()].sort()).toEqual([...inEnglish.keys()].sort());
  const same = both.filter(([way, en, de]) => way !== 'search.and' && de !== undefined && said(en) === said(de));
  expect(same.map(([way]) => way).filter((way) => !SAME.includes(way))).toEqual([]);
});

test('a text with names and numbers says all of them in both languages', () => {
  for (const [way, en, de] of both) {
    if (typeof en === 'string' || typeof de !== 'function' || way === 'search.and') continue;
    const [told, told2] = [said(en), said(de)];
    const held = VALUES.filter((value) => told.includes(value));
    expect(
      VALUES.filter((value) => told2.includes(value)),
      way,
    ).toEqual(held);
  }
});

test('where English knows one from several, German does, too', () => {
  const apart = (leaf: Leaf) => {
    const strip = (count: string) => said(leaf, [count, count, count, count]).replaceAll(count, '#');
    return strip('1') !== strip('802');
  };
  // "1 bit", "2 bits": German measures in Bit. "1 superpixel" and the like are one word for both.
  const same = /\b(bits|superpixels|noPhotoWithin|noneWithin|showUpTo|bitsApart|differ|differOf)$/;
  for (const [way, en, de] of both) {
    if (typeof en !== 'function' || de === undefined || way === 'search.and' || same.test(way) || !apart(en)) continue;
    expect(apart(de), way).toBe(true);
  }
});

test('nothing is left empty, doubled or cut off', () => {
  for (const [way, , de] of both) {
    if (de === undefined || way === 'search.and') continue;
    expect(said(de).trim(), way).not.toBe('');
    expect(said(de), way).not.toMatch(/undefined|NaN|\[object|\s{2}|\.\.(?!\.)/);
  }
});

test('plurals, numbers, lists and days are those of the language', () => {
  expect([1, 1234].map(english.counts.photos)).toEqual(['1 photo', '1,234 photos']);
  expect([1, 1234].map(german.counts.photos)).toEqual(['1 Foto', '1.234 Fotos']);
  expect([1, 2].map(english.counts.copies)).toEqual(['1 copy', '2 copies']);
  expect([1, 2].map(german.intake.already)).toEqual([
    '1 Foto war schon in der Galerie.',
    '2 Fotos waren schon in der Galerie.',
  ]);
  expect([english.decimal(6.42, 1), german.decimal(6.42, 1)]).toEqual(['6.4', '6,4']);
  expect([english.list(['a', 'b', 'c']), german.list(['a', 'b', 'c'])]).toEqual(['a, b and c', 'a, b und c']);
  const day = new Date(2021, 4, 3);
  expect([english.day(day), german.day(day)]).toEqual(['May 3, 2021', '3. Mai 2021']);
  expect([english.month(day), german.month(day)]).toEqual(['May 2021', 'Mai 2021']);
});

test('what is typed is written as the search line compares it', () => {
  for (const { typed } of [english, german]) {
    const { times, keys, seasons, ...lists } = typed;
    for (const word of [...Object.values(lists), ...Object.values(keys), ...Object.values(seasons)].flat())
      expect(word).toBe(plain(word));
    expect(typed.months).toHaveLength(12);
  }
});

test('what the pipeline says is what the German sentences are the translation of', () => {
  const sources = ['src/pipeline', 'src/gallery', 'src/gpu/device'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  );
  // A long sentence is written in several parts.
  const all = sources.join('\n').replace(/['`] \+\s*['`]/g, '');
  // These are put together out of words.
  const built =
    /^(This is a (PDF file|video), not|The GPU failed( and was restarted| three times| twice with one photo)?\.)/;
  for (const [sentence] of PIPELINE_SENTENCES) {
    if (built.test(sentence)) continue;
    for (const part of sentence.split('{}')) expect(all, sentence).toContain(part);
  }
});

test('a reason inside of a reason is turned as well, and what is unknown stays', () => {
  expect(german.pipeline('The GPU failed three times. The GPU device was lost.')).toBe(
    'Die GPU ist dreimal ausgefallen. Die Verbindung zur GPU ist abgerissen.',
  );
  expect(german.pipeline('Out of memory')).toBe('Out of memory');
  expect(english.pipeline('The file is empty.')).toBe('The file is empty.');
  const turn = turned([['{} of {} (all?)', '{2}: {1}']]);
  expect(turn('3 of 4 (all?)')).toBe('4: 3');
});

test('what a browser reads before any script, the page and its manifest, says what the catalogues say', () => {
  const manifest: unknown = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8'));
  expect(manifest).toMatchObject({
    lang: 'en',
    description: english.app.description,
    description_localized: { de: german.app.description },
  });
  const page = readFileSync('index.html', 'utf8');
  expect(page).toContain(`content="${english.app.description}"`);
  // Without a script nobody knows which language is read: both are there, each named.
  for (const said of page.matchAll(/<(?:noscript>|div class="slowStart">)([\s\S]*?)<\/(?:noscript|div)>/g))
    expect(said[1]).toMatch(/<p>[\s\S]*<p lang="de">/);
});
