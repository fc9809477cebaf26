import type { ReactNode } from 'react';
import styles from './Waiting.module.css';

/** A spinner with what is being waited for, announced to screen readers. */
export function Waiting({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.waiting} role="status">
      <Spinner /> {children}
    </p>
  );
}

export function Spinner() {
  return <span className={styles.spinner} />;
}
