import { useSnapshot } from '../../shared/state/facet.tsx';
import styles from './settings.module.css';

/** What is known and by whom it was made. */
export function AboutSection() {
  const { categories } = useSnapshot();
  return (
    <section className={styles.section} aria-label="About">
      <h3>About</h3>
      <p>
        {categories.length > 0 &&
          `Facet knows ${categories.length} categories: ${categories.map((category) => category.name).join(', ')}. `}
        There is no search by words: a photo, an object in it or a category is the question.
      </p>
      <dl className={styles.facts}>
        <dt>Version</dt>
        <dd>{__FACET_VERSION__}</dd>
        <dt>Licences</dt>
        <dd>
          <a href="/licences.txt" target="_blank" rel="noreferrer">
            Facet and what it is made of
          </a>
        </dd>
      </dl>
    </section>
  );
}
