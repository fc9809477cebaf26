import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import styles from './settings.module.css';

/** How many requests of this page went to another origin. */
function foreignRequests(): number {
  return performance.getEntriesByType('resource').filter((entry) => {
    const url = URL.canParse(entry.name) ? new URL(entry.name) : null;
    return url?.protocol.startsWith('http') === true && url.origin !== window.location.origin;
  }).length;
}

/** The promise, and a figure to check it by. */
export function PrivacySection() {
  const offline = useStore(useFacet().offline.state);
  return (
    <section className={styles.section} aria-label={say.settings.privacy}>
      <h3>{say.settings.privacy}</h3>
      <p>{say.settings.privacyText}</p>
      <dl className={styles.facts}>
        <dt>{say.settings.otherRequests}</dt>
        <dd>{foreignRequests()}</dd>
        <dt>{say.settings.offline}</dt>
        <dd>{say.settings.offlineStates[offline]}</dd>
      </dl>
    </section>
  );
}
