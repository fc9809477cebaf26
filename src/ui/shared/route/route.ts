import type { PhotoId, Region } from '../../../pipeline/api/pipeline.ts';
import { ASK_ALL, type Ask, readAsk, writeAsk } from './ask.ts';
import { type BoundObject, objectFromText, objectText } from './askChip.ts';
import { type MapPlace, placeFromText, placeText } from './mapPlace.ts';
import { regionFromText, regionText } from './regionText.ts';
import type { SearchSubject } from './searchSubject.ts';

export type SearchTab = 'similar' | 'grouped';

/** A search by a photo or an object of one, and where the answer is cut off. */
export interface SearchBase {
  readonly view: 'search';
  readonly of: SearchSubject;
  readonly region: Region | null;
  /** Further examples of what is looked for. */
  readonly more: readonly BoundObject[];
  /** Examples of what is not. */
  readonly less: readonly BoundObject[];
  readonly tab: SearchTab;
  /** The group that is shown in full: a category, `TOGETHER`, or null for all groups. */
  readonly group: string | null;
  /** The largest distance of each tab, bits; null until a person chose one. */
  readonly within: Readonly<Record<SearchTab, number | null>>;
  /** The hits are looked for among these photos. */
  readonly ask: Ask;
}

/** The group of photos that hold all categories of the query; no category is called so. */
export const TOGETHER = '*';

/** The page under whatever lies over it. */
export type Base =
  | { readonly view: 'gallery'; readonly ask: Ask }
  | SearchBase
  | { readonly view: 'duplicates' }
  /** How good Facet is, measured. */
  | { readonly view: 'quality' }
  /** `place`: what is in sight; null for all of the map. */
  | { readonly view: 'map'; readonly place: MapPlace | null };

/** The views in which something is asked for. */
export type AskingBase = Extract<Base, { readonly ask: Ask }>;

export type GalleryBase = Extract<Base, { view: 'gallery' }>;

/** What lies over the page. A match is a photo opened from an answer; `category` is its row, null for the overall list. */
export type Overlay =
  | { readonly kind: 'none' }
  | { readonly kind: 'photo'; readonly id: PhotoId }
  | { readonly kind: 'match'; readonly id: PhotoId; readonly category: string | null }
  | { readonly kind: 'settings' };

export interface Route {
  readonly base: Base;
  readonly overlay: Overlay;
}

export const NO_OVERLAY: Overlay = { kind: 'none' };
export const GALLERY: GalleryBase = { view: 'gallery', ask: ASK_ALL };
export const HOME: Route = { base: GALLERY, overlay: NO_OVERLAY };

export function searchBase(of: SearchSubject, region: Region | null = null, tab: SearchTab = 'similar'): SearchBase {
  return {
    view: 'search',
    of,
    region,
    more: [],
    less: [],
    tab,
    group: null,
    within: { similar: null, grouped: null },
    ask: ASK_ALL,
  };
}

export function searchRoute(of: SearchSubject, region: Region | null = null, tab: SearchTab = 'similar'): Route {
  return { base: searchBase(of, region, tab), overlay: NO_OVERLAY };
}

/** The search whose query an opened match is compared with: a search's own, or the object that a chip of the gallery's is bound to. */
export function matchBase(base: Base, category: string | null): SearchBase | null {
  if (base.view !== 'gallery') return base.view === 'search' ? base : null;
  const bound = base.ask.chips.filter(({ like, role }) => like !== null && role !== 'none');
  const { like = null } = bound.find((chip) => chip.category === category) ?? bound[0] ?? {};
  return like === null ? null : searchBase(like.of, like.region, 'grouped');
}

/** What is asked of the gallery, in whichever view; all of it in a view that asks for nothing. */
export function askOf(base: Base): Ask {
  return asks(base) ? base.ask : ASK_ALL;
}

export function asks(base: Base): base is AskingBase {
  return 'ask' in base;
}

/** The hash for a route, with its '#'. `routeFromHash` reads it back. */
export function hashFromRoute({ base, overlay }: Route): string {
  const query = new URLSearchParams();
  if (base.view === 'search') writeSearch(base, query);
  if (asks(base)) writeAsk(base.ask, query);
  if (base.view === 'map' && base.place !== null) query.set('at', placeText(base.place));
  switch (overlay.kind) {
    case 'none':
      break;
    case 'photo':
      query.set('open', overlay.id);
      break;
    case 'match':
      query.set('match', overlay.id);
      if (overlay.category !== null) query.set('by', overlay.category);
      break;
    case 'settings':
      query.set('panel', 'settings');
      break;
  }
  const text = query.toString();
  return `#/${base.view === 'gallery' ? '' : base.view}${text === '' ? '' : `?${text}`}`;
}

function writeSearch({ of, region, more, less, tab, group, within }: SearchBase, query: URLSearchParams): void {
  query.set(of.kind, of.kind === 'photo' ? of.id : of.key);
  if (region !== null) query.set('region', regionText(region));
  for (const example of more) query.append('more', objectText(example));
  for (const example of less) query.append('less', objectText(example));
  if (tab !== 'similar') query.set('tab', tab);
  if (group !== null) query.set('group', group);
  if (within.similar !== null) query.set('within', String(within.similar));
  if (within.grouped !== null) query.set('rows', String(within.grouped));
}

/** Whatever cannot be read becomes the gallery: an old or mistyped address is not an error. */
export function routeFromHash(hash: string): Route {
  const [path = '', text = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const query = new URLSearchParams(text);
  return { base: readBase(path, query), overlay: readOverlay(query) };
}

/** A combined search of an earlier version, '#/combine?chip=…', is the gallery asked with chips. */
function readBase(path: string, query: URLSearchParams): Base {
  if (path === 'duplicates' || path === 'quality') return { view: path };
  if (path === 'map') return { view: path, place: placeFromText(query.get('at')) };
  const ask = readAsk(query);
  const of = path === 'search' ? readSubject(query) : null;
  if (of === null) return { view: 'gallery', ask };
  const examples = (name: string) => query.getAll(name).flatMap((one) => objectFromText(one) ?? []);
  return {
    view: 'search',
    of,
    region: regionFromText(query.get('region')),
    more: examples('more'),
    less: examples('less'),
    tab: query.get('tab') === 'grouped' ? 'grouped' : 'similar',
    group: query.get('group') || null,
    within: { similar: bitsFromText(query.get('within')), grouped: bitsFromText(query.get('rows')) },
    ask,
  };
}

function readSubject(query: URLSearchParams): SearchSubject | null {
  const id = query.get('photo');
  if (id !== null && id !== '') return { kind: 'photo', id };
  const key = query.get('file');
  return key !== null && key !== '' ? { kind: 'file', key } : null;
}

function bitsFromText(text: string | null): number | null {
  return text !== null && /^\d{1,5}$/.test(text) ? Number(text) : null;
}

function readOverlay(query: URLSearchParams): Overlay {
  const open = query.get('open');
  if (open !== null && open !== '') return { kind: 'photo', id: open };
  const match = query.get('match');
  if (match !== null && match !== '') return { kind: 'match', id: match, category: query.get('by') };
  return query.get('panel') === 'settings' ? { kind: 'settings' } : NO_OVERLAY;
}
