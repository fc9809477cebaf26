import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Pipeline } from '../../pipeline/api/pipeline.ts';
import { createFacet } from '../shared/facet/createFacet.ts';
import { FacetProvider } from '../shared/facet/FacetProvider.tsx';
import { App } from './App.tsx';
import '../shared/styles/fonts.css';
import '../shared/styles/tokens.css';
import '../shared/styles/base.css';

/** Shows the page in `root`, with the given pipeline behind it. */
export function mount(root: HTMLElement, pipeline: Pipeline): void {
  const facet = createFacet(pipeline, window);
  facet.offline.startWhenReady(facet.snapshot);
  createRoot(root).render(
    <StrictMode>
      <FacetProvider facet={facet}>
        <App />
      </FacetProvider>
    </StrictMode>,
  );
}
