import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import { engineName } from '../../shared/model/engineName.ts';
import { HOME, hashFromRoute } from '../../shared/route/route.ts';
import { AddMenu } from './AddMenu.tsx';
import styles from './Header.module.css';
import { Logo } from './Logo.tsx';
import { useEngineTrouble } from './useEngineTrouble.ts';

/** The way home, the engine in use, and what can be done from everywhere. */
export function Header() {
  const { router } = useFacet();
  const engine = useSnapshot((snapshot) => snapshot.engine);
  const engineStep = useSnapshot((snapshot) => snapshot.engineStep);
  const empty = useSnapshot((snapshot) => snapshot.photos.length === 0);
  const ready = useSnapshot((snapshot) => snapshot.state.phase === 'ready');
  const { pickQuery } = useIntakeActions();
  useEngineTrouble();
  const openSettings = () => router.open({ kind: 'settings' });
  return (
    <header className={styles.header}>
      <a
        className={styles.home}
        href={hashFromRoute(HOME)}
        aria-label="Facet, back to the gallery"
        onClick={(event) => {
          event.preventDefault();
          router.go(HOME);
        }}
      >
        <Logo />
        <span className={styles.wordmark}>Facet</span>
      </a>
      {engine === null && ready && (
        <span className={styles.engine} role="status">
          {engineStep}
        </span>
      )}
      {engine !== null && (
        <button
          type="button"
          className={styles.engine}
          title={engine.reason}
          aria-label={`Engine in use: ${engineName(engine)}. Details`}
          onClick={openSettings}
        >
          <span className={styles.engineDot} />
          {engineName(engine)}
        </button>
      )}
      {ready && !empty && (
        <>
          <Button label="Search by photo" icon="search" shape="collapsing" onClick={pickQuery} />
          <AddMenu />
        </>
      )}
      <Button label="Settings" icon="settings" look="quiet" shape="icon" onClick={openSettings} />
    </header>
  );
}
