import type { OfflineState } from '../../shared/offline/offline.ts';
import { useFacet, useStore } from '../../shared/state/facet.tsx';
import styles from './settings.module.css';

/** Requests of this page that went to another origin than its own. */
function foreignRequests(): number {
  return performance.getEntriesByType('resource').filter((entry) => {
    const url = URL.canParse(entry.name) ? new URL(entry.name) : null;
    return url !== null && url.protocol.startsWith('http') && url.origin !== window.location.origin;
  }).length;
}

const OFFLINE: Readonly<Record<OfflineState, string>> = {
  ready: 'Ready: the app is kept in this browser',
  preparing: 'Being made ready',
  unsupported: 'Not in this browser window',
};

/** The promise, and a figure to hold it against. */
export function PrivacySection() {
  const offline = useStore(useFacet().offline.state);
  return (
    <section className={styles.section} aria-label="Privacy">
      <h3>Privacy</h3>
      <p>
        Photos are decoded, looked at and stored in this browser alone. The page may only talk to the address it came
        from, and its content policy has the browser enforce that.
      </p>
      <dl className={styles.facts}>
        <dt>Requests to other addresses</dt>
        <dd>{foreignRequests()}</dd>
        <dt>Without a network</dt>
        <dd>{OFFLINE[offline]}</dd>
      </dl>
    </section>
  );
}
