import { type Base, hashFromRoute, NO_OVERLAY, type Overlay, type Route, routeFromHash } from './route.ts';
import { type Readable, Store } from './store.ts';

/** The address bar as state: the back button closes what was opened last. */
export class Router implements Readable<Route> {
  readonly #store: Store<Route>;
  readonly #window: Window;
  readonly getSnapshot: () => Route;
  readonly subscribe: (listener: () => void) => () => void;

  constructor(target: Window) {
    this.#window = target;
    this.#store = new Store(routeFromHash(target.location.hash));
    this.getSnapshot = this.#store.getSnapshot;
    this.subscribe = this.#store.subscribe;
    // 'popstate' also fires when a person edits the hash by hand.
    target.addEventListener('popstate', () => this.#store.set(routeFromHash(target.location.hash)));
  }

  /** Goes to a route. `push` adds a step to the history, `replace` changes the present one (sorting, next photo). */
  go(route: Route, step: 'push' | 'replace' = 'push'): void {
    const hash = hashFromRoute(route);
    if (step === 'push') this.#window.history.pushState({ pushed: true }, '', hash);
    else this.#window.history.replaceState(this.#window.history.state, '', hash);
    this.#store.set(routeFromHash(hash));
  }

  base(base: Base, step: 'push' | 'replace' = 'push'): void {
    this.go({ base, overlay: NO_OVERLAY }, step);
  }

  open(overlay: Overlay, step: 'push' | 'replace' = 'push'): void {
    this.go({ base: this.getSnapshot().base, overlay }, step);
  }

  /** Closes the overlay as the back button would; when the page was opened on it, shows the page under it. */
  close(): void {
    const state: unknown = this.#window.history.state;
    const pushed = typeof state === 'object' && state !== null && 'pushed' in state;
    if (pushed) this.#window.history.back();
    else this.go({ base: this.getSnapshot().base, overlay: NO_OVERLAY }, 'replace');
  }
}
