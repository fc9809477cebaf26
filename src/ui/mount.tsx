import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { App } from './App.tsx';
import { CrashBoundary } from './shell/CrashBoundary.tsx';
import { Failed } from './shell/Failed.tsx';
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
        <CrashBoundary>
          <App />
        </CrashBoundary>
      </FacetProvider>
    </StrictMode>,
  );
}

/** Shows why there is no page, in sentences for a person. */
export function mountFailure(root: HTMLElement, message: string): void {
  createRoot(root).render(<Failed message={message} stored={false} />);
}
