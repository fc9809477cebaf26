import type { PipelineSnapshot } from '../../../pipeline/api/pipeline.ts';
import { say } from '../language/say.ts';
import type { Notices } from '../state/notices.ts';
import { type Readable, Store } from '../store/store.ts';

/** Whether the app's files are kept for offline visits. */
export type OfflineState = 'unsupported' | 'preparing' | 'ready';

/** At most one check for a new version an hour; loading the page is a check, too. */
const ASK_AGAIN_MS = 3_600_000;

/** Keeps the app's files in this browser and says when a newer version of them is ready. */
export class Offline {
  readonly state = new Store<OfflineState>('unsupported');
  readonly #notices: Notices;
  readonly #window: Window;
  /** A person asked for the new version in this page, so it is the one to reload. */
  #asked = false;

  constructor(notices: Notices, target: Window) {
    this.#notices = notices;
    this.#window = target;
  }

  /** Starts once the engine is ready, since what the page itself needs comes first. Only a build has a service worker. */
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
      // In a private window, say, or on a full disk. Everything else works without it.
      this.state.set('unsupported');
      console.warn('Facet cannot be kept for offline use.', error);
    }
  }

  #watch(worker: ServiceWorker, container: ServiceWorkerContainer): void {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && container.controller !== null) this.#offer(worker);
    });
  }

  #offer(worker: ServiceWorker): void {
    this.#notices.offer(say.app.newVersion, {
      label: say.app.useNow,
      run: () => {
        this.#asked = true;
        worker.postMessage('useNow');
      },
    });
  }

  /** @param replaced whether an older version was in use; the first version takes over silently */
  #onChange(replaced: boolean): void {
    if (this.#asked) this.#window.location.reload();
    else if (replaced) {
      this.#notices.offer(say.app.newVersionElsewhere, {
        label: say.app.loadHere,
        run: () => this.#window.location.reload(),
      });
    } else this.#keepLoaded();
  }

  /** What the page loaded before its first service worker was there went past it. Asked for again, mostly from the browser's own cache, it is kept. */
  #keepLoaded(): void {
    const { performance, location } = this.#window;
    for (const { name } of performance.getEntriesByType('resource')) {
      // Scripts that few people need are among them, such as the texts of another language.
      if (name.startsWith(`${location.origin}/`) && name.endsWith('.js')) fetch(name).catch(() => {});
    }
  }

  #askNowAndThen(registration: ServiceWorkerRegistration): void {
    let asked = Date.now();
    this.#window.document.addEventListener('visibilitychange', () => {
      if (this.#window.document.visibilityState !== 'visible' || Date.now() - asked < ASK_AGAIN_MS) return;
      asked = Date.now();
      // Offline there is nothing to find out.
      registration.update().catch(() => {});
    });
  }
}
