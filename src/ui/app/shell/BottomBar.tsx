import type { ComponentProps } from 'react';
import { Icon, type IconName } from '../../shared/controls/Icon.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useRoute, useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import { say } from '../../shared/language/say.ts';
import { HOME } from '../../shared/route/route.ts';
import { AddMenu } from './AddMenu.tsx';
import styles from './BottomBar.module.css';

/** On narrow screens: the ways through the page, within a thumb's reach and with their names. */
export function BottomBar() {
  const { router } = useFacet();
  const view = useRoute((route) => route.base.view);
  const usable = useSnapshot((snapshot) => snapshot.state.phase === 'ready' && snapshot.gallery.total > 0);
  const { pickQuery } = useIntakeActions();
  if (!usable) return null;
  return (
    <nav className={styles.bar} aria-label={say.app.main}>
      <BarButton
        icon="photos"
        text={say.app.photos}
        aria-current={view === 'gallery' ? 'page' : undefined}
        onClick={() => router.go(HOME)}
      />
      <BarButton icon="search" text={say.app.byPhoto} aria-label={say.common.searchByPhoto} onClick={pickQuery} />
      <AddMenu above>
        {(button) => <BarButton {...button} icon="add" text={say.app.add} aria-label={say.common.addPhotos} />}
      </AddMenu>
      <BarButton
        icon="map"
        text={say.map.title}
        aria-current={view === 'map' ? 'page' : undefined}
        onClick={() => router.base({ view: 'map', place: null })}
      />
      <BarButton
        icon="copies"
        text={say.common.duplicates}
        aria-current={view === 'duplicates' ? 'page' : undefined}
        onClick={() => router.base({ view: 'duplicates' })}
      />
      <BarButton icon="settings" text={say.common.settings} onClick={() => router.open({ kind: 'settings' })} />
    </nav>
  );
}

interface BarButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'className'> {
  readonly icon: IconName;
  readonly text: string;
}

function BarButton({ icon, text, ...rest }: BarButtonProps) {
  return (
    <button type="button" className={styles.button} {...rest}>
      <Icon name={icon} size={20} />
      <span>{text}</span>
    </button>
  );
}
