import { Select } from '../../shared/controls/Select.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useStore } from '../../shared/facet/useSnapshot.ts';
import { LANGUAGES } from '../../shared/language/languages.ts';
import { say } from '../../shared/language/say.ts';
import type { LanguageWish } from '../../shared/state/languageChoice.ts';
import styles from './settings.module.css';

/** The language of the page. Each names itself, so that whoever sees a foreign one finds the way back. */
export function LanguageSelect() {
  const { language, notices } = useFacet();
  const wish = useStore(language.wish);
  const options: readonly { readonly value: LanguageWish; readonly text: string }[] = [
    { value: 'browser', text: say.settings.likeBrowser },
    { value: 'en', text: LANGUAGES.en },
    { value: 'de', text: LANGUAGES.de },
  ];
  return (
    <div className={styles.row} data-language>
      <span className={styles.count} aria-hidden="true">
        {say.settings.language}
      </span>
      <Select
        label={say.settings.language}
        value={wish}
        options={options}
        onChange={(next) => {
          language
            .choose(next)
            .then(focusAgain, (error: unknown) => notices.failed(say.settings.languageNotLoaded, error));
        }}
      />
    </div>
  );
}

/** Another language is a page anew: whoever chose it goes on where they were. */
function focusAgain(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-language] select')?.focus());
}
