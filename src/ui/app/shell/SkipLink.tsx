import type { RefObject } from 'react';
import { say } from '../../shared/language/say.ts';
import styles from './SkipLink.module.css';

/**
 * The first stop of the Tab key: leads past the header, and past what a view marks with `data-skip-to`, to the content.
 * The address holds the view, so this is no link to an anchor.
 */
export function SkipLink({ to }: { readonly to: RefObject<HTMLElement | null> }) {
  const skip = () => {
    const content = to.current?.querySelector<HTMLElement>('[data-skip-to]');
    (content?.querySelector<HTMLElement>('button[tabindex="0"]') ?? content ?? to.current)?.focus();
  };
  return (
    <button type="button" className={styles.skip} onClick={skip}>
      {say.app.skip}
    </button>
  );
}
