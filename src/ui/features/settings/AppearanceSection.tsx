import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import type { ThemeChoice } from '../../shared/state/theme.ts';
import { LanguageSelect } from './LanguageSelect.tsx';
import styles from './settings.module.css';

const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Light or dark, the language, and the keys that the page knows. */
export function AppearanceSection() {
  const { theme, shortcutsShown } = useFacet();
  const chosen = useStore(theme.choice);
  return (
    <section className={styles.section} aria-label={say.settings.appearance}>
      <h3>{say.settings.appearance}</h3>
      <fieldset className={styles.choices}>
        <legend className="visuallyHidden">{say.settings.theme}</legend>
        {THEMES.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="theme"
              value={value}
              checked={value === chosen}
              onChange={() => theme.choose(value)}
            />
            {say.settings.themes[value]}
          </label>
        ))}
      </fieldset>
      <LanguageSelect />
      <div className={styles.row}>
        <Button label={say.common.keyboardShortcuts} icon="keyboard" onClick={() => shortcutsShown.set(true)} />
      </div>
    </section>
  );
}
