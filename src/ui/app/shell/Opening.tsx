import styles from './Centre.module.css';
import { Logo } from './Logo.tsx';

/** While the gallery or the engine is being opened. `step`: what is being done, in words for a person. */
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
