import type { PhotoId, Region } from '../../../pipeline/api/pipeline.ts';
import { type CategoryFilter, NO_FILTER, PHOTO_ORDERS, type PhotoOrder } from '../model/photoList.ts';
import { type CombineChip, chipFromText, chipText } from './combineChip.ts';
import { regionFromText, regionText } from './regionText.ts';
import type { SearchSubject } from './searchSubject.ts';

export type SearchTab = 'similar' | 'grouped';

/** The page under whatever lies over it. */
export type Base =
  | { readonly view: 'gallery'; readonly order: PhotoOrder; readonly filter: CategoryFilter }
  | { readonly view: 'search'; readonly of: SearchSubject; readonly region: Region | null; readonly tab: SearchTab }
  | { readonly view: 'combine'; readonly chips: readonly CombineChip[] }
  | { readonly view: 'duplicates' };

export type GalleryBase = Extract<Base, { view: 'gallery' }>;
export type SearchBase = Extract<Base, { view: 'search' }>;
export type CombineBase = Extract<Base, { view: 'combine' }>;

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
export const GALLERY: Base = { view: 'gallery', order: 'newest', filter: NO_FILTER };
export const HOME: Route = { base: GALLERY, overlay: NO_OVERLAY };

export function searchRoute(of: SearchSubject, region: Region | null = null, tab: SearchTab = 'similar'): Route {
  return { base: { view: 'search', of, region, tab }, overlay: NO_OVERLAY };
}

/** The hash for a route, with its '#'. `routeFromHash` reads it back. */
export function hashFromRoute({ base, overlay }: Route): string {
  const query = new URLSearchParams();
  switch (base.view) {
    case 'gallery':
      if (base.order !== 'newest') query.set('sort', base.order);
      for (const name of base.filter.include) query.append('with', name);
      for (const name of base.filter.exclude) query.append('without', name);
      break;
    case 'search':
      query.set(base.of.kind, base.of.kind === 'photo' ? base.of.id : base.of.key);
      if (base.region !== null) query.set('region', regionText(base.region));
      if (base.tab !== 'similar') query.set('tab', base.tab);
      break;
    case 'combine':
      for (const chip of base.chips) query.append('chip', chipText(chip));
      break;
    case 'duplicates':
      break;
  }
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

/** Whatever cannot be read becomes the gallery: an old or mistyped address is not an error. */
export function routeFromHash(hash: string): Route {
  const [path = '', text = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const query = new URLSearchParams(text);
  return { base: readBase(path, query), overlay: readOverlay(query) };
}

function readBase(path: string, query: URLSearchParams): Base {
  if (path === 'duplicates') return { view: path };
  if (path === 'combine')
    return { view: path, chips: query.getAll('chip').flatMap((text) => chipFromText(text) ?? []) };
  if (path === 'search') {
    const of = readSubject(query);
    if (of === null) return GALLERY;
    return {
      view: 'search',
      of,
      region: regionFromText(query.get('region')),
      tab: query.get('tab') === 'grouped' ? 'grouped' : 'similar',
    };
  }
  const order = PHOTO_ORDERS.find((one) => one === query.get('sort')) ?? 'newest';
  return { view: 'gallery', order, filter: { include: query.getAll('with'), exclude: query.getAll('without') } };
}

function readSubject(query: URLSearchParams): SearchSubject | null {
  const id = query.get('photo');
  if (id !== null && id !== '') return { kind: 'photo', id };
  const key = query.get('file');
  return key !== null && key !== '' ? { kind: 'file', key } : null;
}

function readOverlay(query: URLSearchParams): Overlay {
  const open = query.get('open');
  if (open !== null && open !== '') return { kind: 'photo', id: open };
  const match = query.get('match');
  if (match !== null && match !== '') return { kind: 'match', id: match, category: query.get('by') };
  return query.get('panel') === 'settings' ? { kind: 'settings' } : NO_OVERLAY;
}
