import { Button } from '../controls/Button.tsx';
import { useIntakeActions } from '../files/useIntakeActions.ts';
import { useFacet, useSnapshot } from '../state/facet.tsx';
import { HOME, hashFromRoute } from '../state/route.ts';
import { AddMenu } from './AddMenu.tsx';
import { engineName } from './engineName.ts';
import { Logo } from './Logo.tsx';
import styles from './shell.module.css';
import { useEngineTrouble } from './useEngineTrouble.ts';

export function Header() {
  const { router } = useFacet();
  const { engine, engineStep, photos, state } = useSnapshot();
  const { pickQuery } = useIntakeActions();
  useEngineTrouble();
  const openSettings = () => router.open({ kind: 'settings' });
  return (
    <header className={styles.header}>
      <a
        className={styles.home}
        href={hashFromRoute(HOME)}
        aria-label="Facet, to the gallery"
        onClick={(event) => {
          event.preventDefault();
          router.go(HOME);
        }}
      >
        <Logo />
        <span className={styles.wordmark}>Facet</span>
      </a>
      {engine === null && state.phase === 'ready' && (
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
      {state.phase === 'ready' && photos.length > 0 && (
        <>
          <Button label="Search by photo" icon="search" shape="collapsing" onClick={pickQuery} />
          <AddMenu />
        </>
      )}
      <Button label="Settings" icon="settings" look="quiet" shape="icon" onClick={openSettings} />
    </header>
  );
}
