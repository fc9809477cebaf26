import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Pipeline } from '../../pipeline/api/pipelineVerbs.ts';
import { createFacet } from '../shared/facet/createFacet.ts';
import { FacetProvider, useFacet } from '../shared/facet/FacetProvider.tsx';
import { useStore } from '../shared/facet/useSnapshot.ts';
import type { LanguageChoice } from '../shared/state/languageChoice.ts';
import { App } from './App.tsx';
import { CrashBoundary } from './shell/CrashBoundary.tsx';
import { Failed } from './shell/Failed.tsx';
import '../shared/styles/fonts.css';
import '../shared/styles/tokens.css';
import '../shared/styles/base.css';

/** Shows the page in `root`, with the given pipeline behind it, in the language that is spoken. */
export function mount(root: HTMLElement, pipeline: Pipeline, language: LanguageChoice): void {
  const facet = createFacet(pipeline, window, language);
  facet.offline.startWhenReady(facet.snapshot);
  createRoot(root).render(
    <StrictMode>
      <FacetProvider facet={facet}>
        <CrashBoundary>
          <SpokenApp />
        </CrashBoundary>
      </FacetProvider>
    </StrictMode>,
  );
}

/** Another language is another page: nothing that was said before stays in any corner of it. */
function SpokenApp() {
  const language = useStore(useFacet().language.spoken);
  return <App key={language} />;
}

/** Shows why there is no page, in sentences for a person. */
export function mountFailure(root: HTMLElement, message: string): void {
  createRoot(root).render(
    <StrictMode>
      <Failed message={message} />
    </StrictMode>,
  );
}
