import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';
import type { PhotoSummary, Pipeline, PipelineSnapshot } from '../../pipeline/api/pipeline.ts';
import { createFacet, type Facet } from '../shared/facet/createFacet.ts';
import { FacetProvider } from '../shared/facet/FacetProvider.tsx';
import { Store } from '../shared/store/store.ts';
import { App } from './App.tsx';

/** The whole page in a test, over a pipeline whose snapshot the test sets. Nothing that ships imports this. */

export function photo(id: string): PhotoSummary {
  return {
    id,
    name: `${id}.jpg`,
    path: `${id}.jpg`,
    width: 4,
    height: 3,
    size: 10,
    lastModified: 1,
    addedAt: 1,
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
  photos: [photo('a'), photo('b')],
  quarantined: [],
  indexing: { done: 1, failed: 0, already: 0, left: 99, current: 'c.jpg', etaSeconds: 40, where: 'here' },
  transfer: null,
  keepsPreviews: false,
  persisted: true,
  outdated: [],
};

/** A pipeline with the given snapshot and verbs; every other verb is asked and never answers. */
export function testPipeline(snapshot: Store<PipelineSnapshot>, verbs: Partial<Pipeline> = {}): Pipeline {
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
): Promise<{ readonly snapshot: Store<PipelineSnapshot>; readonly facet: Facet }> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  window.location.hash = hash;
  const snapshot = new Store(running);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  unmount = () => act(() => root.unmount());
  const facet = createFacet(testPipeline(snapshot, verbs), window);
  await act(async () =>
    root.render(
      <FacetProvider facet={facet}>
        <App />
      </FacetProvider>,
    ),
  );
  return { snapshot, facet };
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
