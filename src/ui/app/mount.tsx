import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Pipeline } from '../../pipeline/api/pipeline.ts';
import { createFacet } from '../shared/facet/createFacet.ts';
import { FacetProvider } from '../shared/facet/FacetProvider.tsx';
import { App } from './App.tsx';
import { CrashBoundary } from './shell/CrashBoundary.tsx';
import { Failed } from './shell/Failed.tsx';
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
        <CrashBoundary>
          <App />
        </CrashBoundary>
      </FacetProvider>
    </StrictMode>,
  );
}

/** Shows why there is no page, in sentences for a person. */
export function mountFailure(root: HTMLElement, message: string): void {
  createRoot(root).render(
    <StrictMode>
      <Failed message={message} />
    </StrictMode>,
  );
}
