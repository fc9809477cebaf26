import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import styles from './settings.module.css';

/** What Facet knows, and what it is made of. */
export function AboutSection() {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const detected = categories.filter(({ basis }) => basis === 'detected').map(({ name }) => say.category(name));
  const trained = categories
    .filter(({ basis }) => basis === undefined || basis === 'trained')
    .map(({ name }) => say.category(name));
  const taught = categories.filter(({ basis }) => basis === 'taught').map(({ name }) => name);
  return (
    <section className={styles.section} aria-label={say.settings.about}>
      <h3>{say.settings.about}</h3>
      <p>
        {trained.length > 0 && say.settings.knows(categories.length, trained.join(', '))}
        {taught.length > 0 && say.teach.taughtByYou(taught.join(', '))}
        {detected.length > 0 && say.settings.lessSurely(detected.join(', '))}
        {say.settings.noWords}
      </p>
      <dl className={styles.facts}>
        <dt>{say.settings.version}</dt>
        <dd>{__FACET_VERSION__}</dd>
        <dt>{say.settings.licences}</dt>
        <dd>
          <a href={`${import.meta.env.BASE_URL}licences.txt`} target="_blank" rel="noreferrer">
            {say.settings.madeOf}
          </a>
        </dd>
      </dl>
    </section>
  );
}
