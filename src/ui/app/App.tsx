import { CombineView } from '../features/combine/CombineView.tsx';
import { DuplicatesView } from '../features/duplicates/DuplicatesView.tsx';
import { Gallery } from '../features/gallery/Gallery.tsx';
import { Welcome } from '../features/gallery/Welcome.tsx';
import { PhotoOverlay } from '../features/photo/PhotoOverlay.tsx';
import { SearchView } from '../features/search/SearchView.tsx';
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx';
import { useRoute, useSnapshot } from '../shared/state/facet.tsx';
import type { Base } from '../shared/state/route.ts';
import { DropOverlay } from './shell/DropOverlay.tsx';
import { Failed } from './shell/Failed.tsx';
import { Header } from './shell/Header.tsx';
import { IndexingLine } from './shell/IndexingLine.tsx';
import { NoticeList } from './shell/NoticeList.tsx';
import { Opening } from './shell/Opening.tsx';
import { Quarantine } from './shell/Quarantine.tsx';
import styles from './shell/shell.module.css';
import { useDocumentTitle } from './shell/useDocumentTitle.ts';

/** The page: header, what is going on, the view that the address names, and what lies over it. */
export function App() {
  const { overlay } = useRoute();
  useDocumentTitle();
  const photoOpen = overlay.kind === 'photo' || overlay.kind === 'match';
  return (
    <>
      {/* The page under an opened photo stays where it was scrolled to, out of reach. */}
      <div className={styles.app} inert={photoOpen}>
        <Header />
        <div>
          <IndexingLine />
          <Quarantine />
        </div>
        <main className={styles.main}>
          <View />
        </main>
      </div>
      {photoOpen && <PhotoOverlay overlay={overlay} />}
      {overlay.kind === 'settings' && <SettingsDialog />}
      <DropOverlay />
      <NoticeList />
    </>
  );
}

/** What only the network can tell: all but the plain gallery wait for it. */
function asksForCategories(base: Base): boolean {
  return base.view !== 'gallery' || base.filter.include.length + base.filter.exclude.length > 0;
}

function View() {
  const { state, photos, categories, engineStep } = useSnapshot();
  const { base } = useRoute();
  switch (state.phase) {
    case 'opening':
      return <Opening step={state.step} />;
    case 'failed':
      return <Failed message={state.message} />;
    case 'ready':
      break;
  }
  if (categories.length === 0 && asksForCategories(base)) return <Opening step={engineStep} />;
  if (base.view === 'search') return <SearchView base={base} />;
  if (photos.length === 0) return <Welcome />;
  switch (base.view) {
    case 'gallery':
      return <Gallery base={base} />;
    case 'combine':
      return <CombineView />;
    case 'duplicates':
      return <DuplicatesView />;
  }
}
