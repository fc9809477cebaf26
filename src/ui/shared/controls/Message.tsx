import type { ReactNode } from 'react';
import styles from './Message.module.css';

interface MessageProps {
  readonly title: string;
  /** `alert` interrupts a screen reader: something failed. `status` waits its turn: an empty answer, say. */
  readonly role: 'alert' | 'status';
  /** Sentences and the buttons that lead on. */
  readonly children: ReactNode;
}

/** What a view says in place of its content. */
export function Message({ title, role, children }: MessageProps) {
  return (
    <div className={styles.message} role={role}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
