import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useStore } from '../../shared/facet/useSnapshot.ts';
import type { OfflineState } from '../../shared/offline/offline.ts';
import styles from './settings.module.css';

/** How many requests of this page went to another origin. */
function foreignRequests(): number {
  return performance.getEntriesByType('resource').filter((entry) => {
    const url = URL.canParse(entry.name) ? new URL(entry.name) : null;
    return url?.protocol.startsWith('http') === true && url.origin !== window.location.origin;
  }).length;
}

const OFFLINE: Readonly<Record<OfflineState, string>> = {
  ready: 'Ready: the app is kept in this browser',
  preparing: 'Getting ready',
  unsupported: 'Not available in this window',
};

/** The promise, and a figure to check it by. */
export function PrivacySection() {
  const offline = useStore(useFacet().offline.state);
  return (
    <section className={styles.section} aria-label="Privacy">
      <h3>Privacy</h3>
      <p>
        Photos are decoded, analysed and stored only in this browser. The page may talk only to the address it came
        from, and its security policy makes the browser enforce that.
      </p>
      <dl className={styles.facts}>
        <dt>Requests to other addresses</dt>
        <dd>{foreignRequests()}</dd>
        <dt>Offline use</dt>
        <dd>{OFFLINE[offline]}</dd>
      </dl>
    </section>
  );
}
