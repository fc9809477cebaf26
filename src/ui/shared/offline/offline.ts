import type { PipelineSnapshot } from '../../../pipeline/api/pipeline.ts';
import type { Notices } from '../state/notices.ts';
import { type Readable, Store } from '../store/store.ts';

/** Whether the app's files are kept for a visit without a network. */
export type OfflineState = 'unsupported' | 'preparing' | 'ready';

/** An hour between two questions whether there is a new version; a page that is loaded asks by itself. */
const ASK_AGAIN_MS = 3_600_000;

/** Keeps the app's files in this browser and says when a newer version of them is ready. */
export class Offline {
  readonly state = new Store<OfflineState>('unsupported');
  readonly #notices: Notices;
  readonly #window: Window;
  /** This page asked for the new version, so it is the one to be loaded again. */
  #asked = false;

  constructor(notices: Notices, target: Window) {
    this.#notices = notices;
    this.#window = target;
  }

  /** Once the engine is ready: what the page needs itself comes first. Only a build has a service worker. */
  startWhenReady(snapshot: Readable<PipelineSnapshot>): void {
    if (!import.meta.env.PROD || !('serviceWorker' in this.#window.navigator)) return;
    const stop = snapshot.subscribe(() => {
      if (snapshot.getSnapshot().engine === null) return;
      stop();
      void this.#start(this.#window.navigator.serviceWorker);
    });
  }

  async #start(container: ServiceWorkerContainer): Promise<void> {
    const controlled = container.controller !== null;
    this.state.set(controlled ? 'ready' : 'preparing');
    container.addEventListener('controllerchange', () => this.#onChange(controlled));
    try {
      const registration = await container.register(`${import.meta.env.BASE_URL}sw.js`);
      void container.ready.then(() => this.state.set('ready'));
      if (registration.waiting !== null && controlled) this.#offer(registration.waiting);
      if (registration.installing !== null) this.#watch(registration.installing, container);
      registration.addEventListener('updatefound', () => {
        if (registration.installing !== null) this.#watch(registration.installing, container);
      });
      this.#askNowAndThen(registration);
    } catch (error) {
      // A private window, say, or no room: everything else works without.
      this.state.set('unsupported');
      console.warn('Facet cannot be kept for use without a network.', error);
    }
  }

  #watch(worker: ServiceWorker, container: ServiceWorkerContainer): void {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && container.controller !== null) this.#offer(worker);
    });
  }

  #offer(worker: ServiceWorker): void {
    this.#notices.offer('A new version is ready.', {
      label: 'Use it now',
      run: () => {
        this.#asked = true;
        worker.postMessage('useNow');
      },
    });
  }

  /** @param replaced whether an older version was in use; the first one takes over without a word */
  #onChange(replaced: boolean): void {
    if (this.#asked) this.#window.location.reload();
    else if (replaced) {
      this.#notices.offer('A new version is in use in another tab.', {
        label: 'Load it here',
        run: () => this.#window.location.reload(),
      });
    }
  }

  #askNowAndThen(registration: ServiceWorkerRegistration): void {
    let asked = Date.now();
    this.#window.document.addEventListener('visibilitychange', () => {
      if (this.#window.document.visibilityState !== 'visible' || Date.now() - asked < ASK_AGAIN_MS) return;
      asked = Date.now();
      // Without a network there is nothing to learn.
      registration.update().catch(() => {});
    });
  }
}
