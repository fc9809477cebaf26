import fc from 'fast-check';
import { ASK_ORDERS, type Ask } from './ask.ts';
import { type AskChip, type BoundObject, CHIP_ROLES } from './askChip.ts';
import { tidied } from './chipList.ts';
import { type DaySpan, dayText } from './days.ts';
import type { Base, Overlay, Route } from './route.ts';
import type { SearchSubject } from './searchSubject.ts';

/** Routes of every kind, for property tests. Nothing that ships imports this. */

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const name = fc.oneof(
  fc.constantFrom('cat', 'dog', 'dining table', 'TV or monitor', 'a:b&c', '%E0', '+', '__proto__'),
  text,
);

/** Regions stand in addresses with four decimals. */
const region = fc
  .tuple(fc.nat(9998), fc.nat(9998), fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }))
  .map(([x, y, width, height]) => ({
    x0: x / 10_000,
    y0: y / 10_000,
    x1: Math.min(10_000, x + width) / 10_000,
    y1: Math.min(10_000, y + height) / 10_000,
  }));

const subject: fc.Arbitrary<SearchSubject> = fc.oneof(
  name.map((id) => ({ kind: 'photo', id }) as const),
  fc.nat(99).map((key) => ({ kind: 'file', key: String(key) }) as const),
);
const object: fc.Arbitrary<BoundObject> = fc.record({ of: subject, region: fc.option(region) });

const chips: fc.Arbitrary<readonly AskChip[]> = fc
  .array(fc.record({ category: name, role: fc.constantFrom(...CHIP_ROLES), like: fc.option(object) }), { maxLength: 4 })
  .map(tidied);

const day = fc.date({ min: new Date(1850, 0, 1), max: new Date(2100, 0, 1), noInvalidDate: true }).map(dayText);
const span: fc.Arbitrary<DaySpan> = fc
  .tuple(fc.option(day), fc.option(day))
  .map(([from, until]) => ({ from, until }))
  .filter(({ from, until }) => (from ?? until) !== null && (from === null || until === null || from < until));

const sureness = fc.integer({ min: -100, max: 100 }).map((percent) => percent / 100);

export const anyAsk: fc.Arbitrary<Ask> = fc.record({
  chips,
  words: fc.array(text, { maxLength: 2 }),
  folder: fc.option(name),
  camera: fc.option(name),
  taken: fc.option(span),
  unrecognised: fc.boolean(),
  favourites: fc.boolean(),
  album: fc.option(name),
  sureness,
  surenessOf: fc.dictionary(
    name.filter((one) => one !== '__proto__'),
    sureness,
    { maxKeys: 2, noNullPrototype: true },
  ),
  order: fc.constantFrom(...ASK_ORDERS),
});

const limit = fc.option(fc.nat(999));

/** Places stand in addresses with one decimal. */
const tenths = (most: number) => fc.integer({ min: -most, max: most }).map((tenth) => tenth / 10 + 0);
const place = fc.record({
  x: tenths(9999),
  y: tenths(9999),
  zoom: fc.integer({ min: 5, max: 3200 }).map((tenth) => tenth / 10),
});

const base: fc.Arbitrary<Base> = fc.oneof(
  anyAsk.map((ask) => ({ view: 'gallery', ask }) as const),
  fc.record({
    view: fc.constant('search' as const),
    of: subject,
    region: fc.option(region),
    more: fc.array(object, { maxLength: 2 }),
    less: fc.array(object, { maxLength: 2 }),
    group: fc.option(name),
    tab: fc.constantFrom('similar' as const, 'grouped' as const),
    within: fc.record({ similar: limit, grouped: limit }),
    ask: anyAsk,
  }),
  fc.constantFrom({ view: 'duplicates' } as const, { view: 'quality' } as const),
  fc.record({ view: fc.constant('map' as const), place: fc.option(place) }),
);

const overlay: fc.Arbitrary<Overlay> = fc.oneof(
  fc.constant({ kind: 'none' } as const),
  fc.constant({ kind: 'settings' } as const),
  name.map((id) => ({ kind: 'photo', id }) as const),
  fc.record({ kind: fc.constant('match' as const), id: name, category: fc.option(name) }),
);

export const anyRoute: fc.Arbitrary<Route> = fc.record({ base, overlay });
