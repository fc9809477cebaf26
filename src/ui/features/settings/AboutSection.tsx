import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import styles from './settings.module.css';

/** What Facet knows, and what it is made of. */
export function AboutSection() {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  return (
    <section className={styles.section} aria-label="About">
      <h3>About</h3>
      <p>
        {categories.length > 0 &&
          `Facet knows ${categories.length} categories: ${categories.map((category) => category.name).join(', ')}. `}
        It does not search by words: you search with a photo, an object in a photo or a category.
      </p>
      <dl className={styles.facts}>
        <dt>Version</dt>
        <dd>{__FACET_VERSION__}</dd>
        <dt>Licences</dt>
        <dd>
          <a href={`${import.meta.env.BASE_URL}licences.txt`} target="_blank" rel="noreferrer">
            Facet and what it is made of
          </a>
        </dd>
      </dl>
    </section>
  );
}
