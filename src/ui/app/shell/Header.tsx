import { SearchLine } from '../../features/search/SearchLine.tsx';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import { say } from '../../shared/language/say.ts';
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
  const empty = useSnapshot((snapshot) => snapshot.gallery.total === 0);
  const ready = useSnapshot((snapshot) => snapshot.state.phase === 'ready');
  const { pickQuery } = useIntakeActions();
  useEngineTrouble();
  const openSettings = () => router.open({ kind: 'settings' });
  return (
    <header className={styles.header}>
      <a
        className={styles.home}
        href={hashFromRoute(HOME)}
        aria-label={say.app.home}
        onClick={(event) => {
          event.preventDefault();
          router.go(HOME);
        }}
      >
        <Logo />
        <span className={styles.wordmark}>{say.common.facet}</span>
      </a>
      {ready && !empty && <SearchLine />}
      {engine === null && ready && (
        <span className={styles.engine} role="status">
          {say.pipeline(engineStep)}
        </span>
      )}
      {engine !== null && (
        <button
          type="button"
          className={styles.engine}
          title={say.pipeline(engine.reason)}
          aria-label={say.app.engineInUse(engineName(engine))}
          onClick={openSettings}
        >
          <span className={styles.engineDot} />
          {engineName(engine)}
        </button>
      )}
      {ready && !empty && (
        <span className={styles.wide}>
          <Button label={say.common.searchByPhoto} icon="search" shape="collapsing" onClick={pickQuery} />
          <AddMenu>
            {(button) => (
              <Button {...button} label={say.common.addPhotos} icon="add" look="primary" shape="collapsing" />
            )}
          </AddMenu>
        </span>
      )}
      <span className={ready && !empty ? styles.wide : ''}>
        <Button label={say.common.settings} icon="settings" look="quiet" shape="icon" onClick={openSettings} />
      </span>
    </header>
  );
}
