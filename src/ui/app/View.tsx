import { CombineView } from '../features/combine/CombineView.tsx';
import { DuplicatesView } from '../features/duplicates/DuplicatesView.tsx';
import { Gallery } from '../features/gallery/Gallery.tsx';
import { Welcome } from '../features/gallery/Welcome.tsx';
import { SearchView } from '../features/search/SearchView.tsx';
import { useRoute, useSnapshot } from '../shared/facet/useSnapshot.ts';
import type { Base } from '../shared/route/route.ts';
import { Failed } from './shell/Failed.tsx';
import { Opening } from './shell/Opening.tsx';

/** The view that the address names, once there is something to show in it. */
export function View() {
  const state = useSnapshot((snapshot) => snapshot.state);
  const empty = useSnapshot((snapshot) => snapshot.photos.length === 0);
  const ready = useSnapshot((snapshot) => snapshot.categories.length > 0);
  const base = useRoute((route) => route.base);
  switch (state.phase) {
    case 'opening':
      return <Opening step={state.step} />;
    case 'failed':
      return <Failed message={state.message} gone={state.gone === true} />;
    case 'ready':
      break;
  }
  if (!ready && needsCategories(base)) return <OpeningEngine />;
  if (base.view === 'search') return <SearchView base={base} />;
  if (empty) return <Welcome />;
  switch (base.view) {
    case 'gallery':
      return <Gallery base={base} />;
    case 'combine':
      return <CombineView base={base} />;
    case 'duplicates':
      return <DuplicatesView />;
  }
}

/** The categories come with the network: every view but the unfiltered gallery waits for it. */
function needsCategories(base: Base): boolean {
  return base.view !== 'gallery' || base.filter.include.length + base.filter.exclude.length > 0;
}

function OpeningEngine() {
  const step = useSnapshot((snapshot) => snapshot.engineStep);
  return <Opening step={step} />;
}
