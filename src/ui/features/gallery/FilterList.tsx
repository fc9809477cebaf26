import { type ReactNode, useId } from 'react';
import styles from './FilterMenu.module.css';

/** One kind of filter: a heading and what there is to choose. */
export function FilterList({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}
