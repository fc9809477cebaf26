import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { App } from './App.tsx';
import { FacetProvider, createFacet } from './state/facet.tsx';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

/** Shows the page in `root`, speaking to the given pipeline. */
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
