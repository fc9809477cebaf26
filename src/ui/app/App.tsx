import { useRef } from 'react';
import { PhotoOverlay } from '../features/photo/PhotoOverlay.tsx';
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx';
import { useRoute } from '../shared/facet/useSnapshot.ts';
import styles from './App.module.css';
import { DropOverlay } from './shell/DropOverlay.tsx';
import { Header } from './shell/Header.tsx';
import { IndexingLine } from './shell/IndexingLine.tsx';
import { NoticeList } from './shell/NoticeList.tsx';
import { Quarantine } from './shell/Quarantine.tsx';
import { SkipLink } from './shell/SkipLink.tsx';
import { useDocumentTitle } from './shell/useDocumentTitle.ts';
import { View } from './View.tsx';
import { ViewBoundary } from './ViewBoundary.tsx';

/** The page: header, progress, the view that the address names, and what lies over it. */
export function App() {
  const overlay = useRoute((route) => route.overlay);
  useDocumentTitle();
  const main = useRef<HTMLElement>(null);
  const photoOpen = overlay.kind === 'photo' || overlay.kind === 'match';
  return (
    <>
      {/* The page under an opened photo keeps its scroll position but cannot be reached. */}
      <div className={styles.app} inert={photoOpen}>
        <SkipLink to={main} />
        <Header />
        <div>
          <IndexingLine />
          <Quarantine />
        </div>
        <main ref={main} className={styles.main} tabIndex={-1}>
          <ViewBoundary>
            <View />
          </ViewBoundary>
        </main>
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
      <DropOverlay />
      <NoticeList />
    </>
  );
}
