import { type AskChip, chipFromText, chipText } from './askChip.ts';
import { tidied } from './chipList.ts';
import { type DaySpan, spanFromText, spanText } from './days.ts';

/** `best`: nearest and surest first where there is something to be near to or sure of, else newest first. */
export const ASK_ORDERS = ['best', 'newest', 'oldest', 'name'] as const;
export type AskOrder = (typeof ASK_ORDERS)[number];

/** What a person asks the gallery for, as the address holds it. All of it holds at once. */
export interface Ask {
  readonly chips: readonly AskChip[];
  /** Each in the file's name or path. */
  readonly words: readonly string[];
  readonly folder: string | null;
  readonly camera: string | null;
  readonly taken: DaySpan | null;
  /** Photos in which nothing that Facet knows was found. */
  readonly unrecognised: boolean;
  readonly favourites: boolean;
  readonly album: string | null;
  /** −1 finds the most, 1 is surest, 0 is the calibrated default. */
  readonly sureness: number;
  /** The same for one category, in place of `sureness`, by its name as people write it. */
  readonly surenessOf: Readonly<Record<string, number>>;
  readonly order: AskOrder;
}

export const ASK_ALL: Ask = {
  chips: [],
  words: [],
  folder: null,
  camera: null,
  taken: null,
  unrecognised: false,
  favourites: false,
  album: null,
  sureness: 0,
  surenessOf: {},
  order: 'best',
};

/** Whether it leaves any photo out. */
export function narrows(ask: Ask): boolean {
  return (
    ask.chips.length > 0 ||
    ask.words.length > 0 ||
    ask.folder !== null ||
    ask.camera !== null ||
    ask.taken !== null ||
    ask.unrecognised ||
    ask.favourites ||
    ask.album !== null
  );
}

/** Whether a chip says what the photos should look like. */
export function hasBoundChip({ chips }: Ask): boolean {
  return chips.some(({ like, role }) => like !== null && role !== 'none');
}

export function writeAsk(ask: Ask, params: URLSearchParams): void {
  for (const chip of ask.chips) params.append('chip', chipText(chip));
  for (const word of ask.words) params.append('word', word);
  if (ask.folder !== null) params.set('in', ask.folder);
  if (ask.camera !== null) params.set('camera', ask.camera);
  if (ask.taken !== null) params.set('taken', spanText(ask.taken));
  if (ask.unrecognised) params.set('unrecognised', '');
  if (ask.favourites) params.set('favourites', '');
  if (ask.album !== null) params.set('album', ask.album);
  if (ask.sureness !== 0) params.set('sure', surenessText(ask.sureness));
  for (const [category, sureness] of Object.entries(ask.surenessOf)) {
    params.append('sureof', `${surenessText(sureness)}:${category}`);
  }
  if (ask.order !== 'best') params.set('sort', ask.order);
}

/** Whatever cannot be read is left out. Addresses of earlier versions have `with` and `without` for chips. */
export function readAsk(params: URLSearchParams): Ask {
  const plain = (role: 'all' | 'none') => (category: string) => ({ category, role, like: null });
  return {
    chips: tidied([
      ...params.getAll('with').filter(filled).map(plain('all')),
      ...params.getAll('without').filter(filled).map(plain('none')),
      ...params.getAll('chip').flatMap((text) => chipFromText(text) ?? []),
    ]),
    words: params.getAll('word').filter(filled),
    folder: params.get('in') || null,
    camera: params.get('camera') || null,
    taken: spanFromText(params.get('taken')),
    unrecognised: params.has('unrecognised'),
    favourites: params.has('favourites'),
    album: params.get('album') || null,
    sureness: surenessFromText(params.get('sure')) ?? 0,
    surenessOf: readSurenessOf(params),
    order: ASK_ORDERS.find((one) => one === params.get('sort')) ?? 'best',
  };
}

function filled(text: string): boolean {
  return text !== '';
}

function surenessText(sureness: number): string {
  return String(Math.round(sureness * 100) / 100);
}

function surenessFromText(text: string | null): number | null {
  const sureness = text === null || text === '' ? Number.NaN : Number(text);
  // Adding 0 turns −0 into 0.
  return sureness >= -1 && sureness <= 1 ? Math.round(sureness * 100) / 100 + 0 : null;
}

function readSurenessOf(params: URLSearchParams): Readonly<Record<string, number>> {
  const entries = params.getAll('sureof').flatMap((text): [string, number][] => {
    const at = text.indexOf(':');
    const sureness = surenessFromText(text.slice(0, Math.max(0, at)));
    return sureness === null || at === text.length - 1 ? [] : [[text.slice(at + 1), sureness]];
  });
  return Object.fromEntries(entries);
}
