import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import type { ThemeChoice } from '../../shared/state/theme.ts';
import { LanguageSelect } from './LanguageSelect.tsx';
import { RadioRow } from './RadioRow.tsx';
import styles from './settings.module.css';

const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Light or dark, the language, and the keys that the page knows. */
export function AppearanceSection() {
  const { theme, shortcutsShown } = useFacet();
  const chosen = useStore(theme.choice);
  return (
    <section className={styles.section} aria-label={say.settings.appearance}>
      <h3>{say.settings.appearance}</h3>
      <RadioRow
        label={say.settings.theme}
        value={chosen}
        options={THEMES.map((value) => ({ value, text: say.settings.themes[value] }))}
        onChange={(value) => theme.choose(value)}
      />
      <LanguageSelect />
      <div className={styles.row}>
        <Button label={say.common.keyboardShortcuts} icon="keyboard" onClick={() => shortcutsShown.set(true)} />
      </div>
    </section>
  );
}
