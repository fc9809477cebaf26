import { useEffect } from 'react';
import { Dialog } from '../../shared/controls/Dialog.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import styles from './ShortcutsDialog.module.css';
import { shortcutList } from './shortcuts.ts';

/** What the keyboard can do; `?` opens it from everywhere but a field that is typed into. */
export function ShortcutsDialog() {
  const { shortcutsShown } = useFacet();
  const shown = useStore(shortcutsShown);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest('input:not([type]), [type=text], [type=search], textarea')
      )
        return;
      event.preventDefault();
      shortcutsShown.set(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [shortcutsShown]);
  if (!shown) return null;
  return (
    <Dialog title={say.common.keyboardShortcuts} onClose={() => shortcutsShown.set(false)}>
      <div className={styles.places}>
        {shortcutList().map(({ where, shortcuts }) => (
          <section key={where} aria-label={where}>
            <h3>{where}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
