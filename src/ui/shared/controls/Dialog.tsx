import { type ReactNode, useEffect, useId, useRef } from 'react';
import { say } from '../language/say.ts';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly narrow?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A native modal dialog: it keeps the focus inside, closes on Escape and returns the focus afterwards. */
export function Dialog({ title, narrow = false, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    if (!dialog.open) {
      dialog.showModal();
      // The browser would focus the close button; the dialog itself has its title read out and shows no ring.
      (dialog.querySelector<HTMLElement>('[data-first-focus]') ?? dialog).focus();
    }
    return () => dialog.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key that does the same is Escape, which the browser turns into `cancel`
    <dialog
      ref={ref}
      className={`${styles.dialog} ${narrow ? styles.narrow : ''}`}
      aria-labelledby={titleId}
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        // The backdrop belongs to the dialog element itself.
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <Button label={say.common.close} icon="close" look="quiet" shape="icon" onClick={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the screen is scrolled by the keyboard, too (axe, scrollable-region-focusable) */}
      <div className={styles.body} role="group" aria-labelledby={titleId} tabIndex={0}>
        {children}
      </div>
    </dialog>
  );
}
