import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';
import { OPENING } from '../../pipeline/api/changes.ts';
import type { Found, NumberedSummary } from '../../pipeline/api/found.ts';
import type { PipelineSnapshot } from '../../pipeline/api/pipeline.ts';
import type { Pipeline } from '../../pipeline/api/pipelineVerbs.ts';
import { createFacet, type Facet } from '../shared/facet/createFacet.ts';
import { FacetProvider } from '../shared/facet/FacetProvider.tsx';
import { Store } from '../shared/store/store.ts';
import { App } from './App.tsx';

/** The whole page in a test, over a pipeline whose snapshot the test sets. Nothing that ships imports this. */

export function photo(id: string, number: number): NumberedSummary {
  return {
    id,
    number,
    outdated: false,
    name: `${id}.jpg`,
    path: `${id}.jpg`,
    width: 4,
    height: 3,
    size: 10,
    lastModified: 1,
    addedAt: 1,
    takenAt: 1,
    camera: null,
    favourite: false,
    pictured: true,
    probabilities: Float32Array.of(0.9, 0.1),
  };
}

/** Two photos are there, 99 are waiting. */
export const running: PipelineSnapshot = {
  state: { phase: 'ready' },
  engine: { engine: 'wasm', reason: 'No GPU.', detail: '' },
  engineStep: '',
  enginePreference: 'auto',
  categories: [
    { name: 'cat', gate: 0.5 },
    { name: 'pottedplant', gate: 0.5 },
  ],
  gallery: { total: 2, revision: 1, outdated: 0, damaged: 0, counts: [2, 0] },
  quarantined: [],
  indexing: { done: 1, failed: 0, already: 0, left: 99, current: 'c.jpg', etaSeconds: 40, where: 'here' },
  transfer: null,
  measuring: null,
  training: null,
  keepsPreviews: false,
  keepsPlaces: false,
  network: OPENING.network,
  folders: [],
  persisted: true,
};

/** What the gallery answers when it holds these photos. */
function galleryVerbs(photos: readonly NumberedSummary[], revision: () => number): Partial<Pipeline> {
  return {
    find: async () => foundOf(photos, revision()),
    summaries: async (numbers) => Array.from(numbers, (number) => photos.find((one) => one.number === number) ?? null),
    numberOf: async (id) => photos.find((one) => one.id === id)?.number ?? null,
  };
}

/** All of these photos, found. */
export function foundOf(photos: readonly NumberedSummary[], revision: number): Found {
  return {
    revision,
    numbers: Uint32Array.from(photos, ({ number }) => number),
    sure: photos.length,
    aspects: Float32Array.from(photos, ({ width, height }) => width / height),
    times: Float64Array.from(photos, ({ takenAt }) => takenAt),
    distances: null,
    probabilities: null,
    counts: new Uint32Array(2),
    emptiedBy: null,
  };
}

/** A pipeline with the given snapshot and verbs; every other verb is asked and never answers. */
function testPipeline(snapshot: Store<PipelineSnapshot>, verbs: Partial<Pipeline>): Pipeline {
  const known: Partial<Pipeline> = { getSnapshot: snapshot.getSnapshot, subscribe: snapshot.subscribe, ...verbs };
  const never = () => new Promise<never>(() => {});
  // A proxy has whatever it is asked for; spelled out, each new verb of the pipeline would have to be added here.
  return new Proxy(known, { get: (verb, name) => Reflect.get(verb, name) ?? never }) as Pipeline;
}

let unmount = () => {};

/** Shows the page at an address, with `running` as its snapshot. */
export async function shownAt(
  hash: string,
  verbs: Partial<Pipeline> = {},
): Promise<{
  readonly snapshot: Store<PipelineSnapshot>;
  readonly facet: Facet;
  /** One more photo is in the gallery. */
  readonly add: (id: string) => Promise<void>;
}> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  window.location.hash = hash;
  const snapshot = new Store(running);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  unmount = () => act(() => root.unmount());
  const photos = [photo('a', 1), photo('b', 2)];
  const revision = () => snapshot.getSnapshot().gallery.revision;
  const pipeline = testPipeline(snapshot, { ...galleryVerbs(photos, revision), ...verbs });
  const facet = createFacet(pipeline, window);
  await act(async () =>
    root.render(
      <FacetProvider facet={facet}>
        <App />
      </FacetProvider>,
    ),
  );
  const add = async (id: string) => {
    photos.push(photo(id, photos.length + 1));
    const before = snapshot.getSnapshot();
    const gallery = { ...before.gallery, total: photos.length, revision: before.gallery.revision + 1 };
    await act(async () => snapshot.set({ ...before, gallery }));
  };
  return { snapshot, facet, add };
}

export function clearPage(): void {
  unmount();
  document.body.replaceChildren();
}

/** The button with this name, as a screen reader would find it. */
export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
  if (found === undefined) throw new Error(`button: got no button called "${name}", wanted one`);
  return found;
}
