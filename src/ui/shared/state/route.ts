import type { PhotoId, Region } from '../../../pipeline/api/pipeline.ts';
import { type CategoryFilter, NO_FILTER, PHOTO_ORDERS, type PhotoOrder } from '../model/photoList.ts';

/** What a search starts from. A file is named by its place in the session: its bytes do not fit an address. */
export type SearchSubject =
  | { readonly kind: 'photo'; readonly id: PhotoId }
  | { readonly kind: 'file'; readonly key: string };

export type SearchTab = 'similar' | 'grouped';

/** The page under whatever lies over it. */
export type Base =
  | { readonly view: 'gallery'; readonly order: PhotoOrder; readonly filter: CategoryFilter }
  | { readonly view: 'search'; readonly of: SearchSubject; readonly region: Region | null; readonly tab: SearchTab }
  | { readonly view: 'combine' }
  | { readonly view: 'duplicates' };

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
      if (base.region !== null) query.set('region', formatRegion(base.region));
      if (base.tab !== 'similar') query.set('tab', base.tab);
      break;
    case 'combine':
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

/** Whatever cannot be read becomes the gallery: an old or mistyped address is no error. */
export function routeFromHash(hash: string): Route {
  const [path = '', text = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const query = new URLSearchParams(text);
  return { base: readBase(path, query), overlay: readOverlay(query) };
}

function readBase(path: string, query: URLSearchParams): Base {
  if (path === 'combine' || path === 'duplicates') return { view: path };
  if (path === 'search') {
    const of = readSubject(query);
    if (of === null) return GALLERY;
    return {
      view: 'search',
      of,
      region: readRegion(query.get('region')),
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

function formatRegion({ x0, y0, x1, y1 }: Region): string {
  return [x0, y0, x1, y1].map((share) => share.toFixed(4)).join(',');
}

function readRegion(text: string | null): Region | null {
  const [x0, y0, x1, y1] = (text ?? '').split(',').map(Number);
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null;
  const inside = [x0, y0, x1, y1].every((share) => share >= 0 && share <= 1);
  return inside && x0 < x1 && y0 < y1 ? { x0, y0, x1, y1 } : null;
}
