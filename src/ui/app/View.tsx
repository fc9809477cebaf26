import { lazy, Suspense } from 'react';
import { CombineView } from '../features/combine/CombineView.tsx';
import { DuplicatesView } from '../features/duplicates/DuplicatesView.tsx';
import { FilterMenu } from '../features/gallery/FilterMenu.tsx';
import { Gallery } from '../features/gallery/Gallery.tsx';
import { Welcome } from '../features/gallery/Welcome.tsx';
import { SearchView } from '../features/search/SearchView.tsx';
import { Waiting } from '../shared/controls/Waiting.tsx';
import { useFacet } from '../shared/facet/FacetProvider.tsx';
import { useRoute, useSnapshot } from '../shared/facet/useSnapshot.ts';
import { say } from '../shared/language/say.ts';
import type { Base, GalleryBase, SearchBase } from '../shared/route/route.ts';
import { Failed } from './shell/Failed.tsx';
import { Opening } from './shell/Opening.tsx';

/** Not needed by a first visit. */
const MapView = lazy(() => import('../features/map/MapView.tsx').then((loaded) => ({ default: loaded.MapView })));

const QualityView = lazy(async () => ({
  default: (await import('../features/quality/QualityView.tsx')).QualityView,
}));

/** The view that the address names, once there is something to show in it. */
export function View() {
  const state = useSnapshot((snapshot) => snapshot.state);
  const empty = useSnapshot((snapshot) => snapshot.gallery.total === 0);
  const ready = useSnapshot((snapshot) => snapshot.categories.length > 0);
  const base = useRoute((route) => route.base);
  switch (state.phase) {
    case 'opening':
      return <Opening step={say.pipeline(state.step)} />;
    case 'failed':
      return <Failed message={state.message} gone={state.gone === true} />;
    case 'ready':
      break;
  }
  if (!ready && needsCategories(base)) return <OpeningEngine />;
  if (base.view === 'search') return <SearchView base={base} filter={<AnswerFilter base={base} />} />;
  if (base.view === 'quality')
    return (
      <Suspense fallback={<Waiting>{say.quality.fetching}</Waiting>}>
        <QualityView />
      </Suspense>
    );
  if (empty) return <Welcome />;
  switch (base.view) {
    case 'gallery':
      return base.ask.chips.length > 0 ? (
        <CombineView base={base} filter={<AnswerFilter base={base} />} />
      ) : (
        <Gallery base={base} />
      );
    case 'duplicates':
      return <DuplicatesView />;
    case 'map':
      return (
        <Suspense fallback={<Waiting>{say.map.fetching}</Waiting>}>
          <MapView place={base.place} />
        </Suspense>
      );
  }
}

/** The categories come with the network: every view but the unfiltered gallery waits for it. */
function needsCategories(base: Base): boolean {
  return base.view !== 'gallery' || base.ask.chips.length > 0;
}

/** Answers are filtered as the gallery is. */
function AnswerFilter({ base }: { readonly base: GalleryBase | SearchBase }) {
  const { router } = useFacet();
  return <FilterMenu ask={base.ask} onChange={(change) => router.base({ ...base, ask: { ...base.ask, ...change } })} />;
}

function OpeningEngine() {
  const step = useSnapshot((snapshot) => snapshot.engineStep);
  return <Opening step={say.pipeline(step)} />;
}
