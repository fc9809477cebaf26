import { lazy, Suspense, useRef } from 'react';
import { PhotoOverlay } from '../features/photo/PhotoOverlay.tsx';
import { QueryBar } from '../features/search/QueryBar.tsx';
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx';
import { useFacet } from '../shared/facet/FacetProvider.tsx';
import { useRoute, useStore } from '../shared/facet/useSnapshot.ts';
import styles from './App.module.css';
import { BottomBar } from './shell/BottomBar.tsx';
import { DropOverlay } from './shell/DropOverlay.tsx';
import { FolderLine } from './shell/FolderLine.tsx';
import { Foot } from './shell/Foot.tsx';
import { GonePhotos } from './shell/GonePhotos.tsx';
import { Header } from './shell/Header.tsx';
import { IndexingLine } from './shell/IndexingLine.tsx';
import { NoticeList } from './shell/NoticeList.tsx';
import { Quarantine } from './shell/Quarantine.tsx';
import { ShortcutsDialog } from './shell/ShortcutsDialog.tsx';
import { SkipLink } from './shell/SkipLink.tsx';
import { TourLine } from './shell/TourLine.tsx';
import { useDocumentTitle } from './shell/useDocumentTitle.ts';
import { View } from './View.tsx';
import { ViewBoundary } from './ViewBoundary.tsx';

/** Most people do not need it on their first visit. */
const TeachDialog = lazy(async () => ({ default: (await import('../features/teach/TeachDialog.tsx')).TeachDialog }));

/** The page: header, progress, the view that the address names, and what lies over it. */
export function App() {
  const { teaching } = useFacet();
  const teaches = useStore(teaching.asked) !== null;
  const overlay = useRoute((route) => route.overlay);
  useDocumentTitle();
  const main = useRef<HTMLElement>(null);
  const photoOpen = overlay.kind === 'photo' || overlay.kind === 'match';
  return (
    <>
      {/* The page under an opened photo keeps its scroll position but cannot be reached. */}
      <div className={styles.app} inert={photoOpen}>
        <SkipLink to={main} />
        <div>
          <Header />
          <QueryBar />
        </div>
        <main ref={main} className={styles.main} tabIndex={-1}>
          <ViewBoundary>
            <View />
          </ViewBoundary>
        </main>
        {/* At the foot, where what comes and goes moves nothing that a person looks at. */}
        <Foot>
          <TourLine />
          <Quarantine />
          <FolderLine />
          <IndexingLine />
          <BottomBar />
        </Foot>
      </div>
      {photoOpen && (
        <ViewBoundary over>
          <PhotoOverlay overlay={overlay} />
        </ViewBoundary>
      )}
      {overlay.kind === 'settings' && (
        <ViewBoundary over>
          <SettingsDialog />
        </ViewBoundary>
      )}
      {teaches && (
        <ViewBoundary over>
          <Suspense>
            <TeachDialog />
          </Suspense>
        </ViewBoundary>
      )}
      <ShortcutsDialog />
      <GonePhotos />
      <DropOverlay />
      <NoticeList />
    </>
  );
}
