import { Logo } from './Logo.tsx';
import styles from './shell.module.css';

export function Opening({ step }: { readonly step: string }) {
  return (
    <div className={styles.centre} role="status">
      <span className={styles.breath}>
        <Logo size={56} />
      </span>
      <p>{step}</p>
    </div>
  );
}
