import { type Readable, Store } from '../store/store.ts';
import { type Base, hashFromRoute, NO_OVERLAY, type Overlay, type Route, routeFromHash } from './route.ts';

/**
 * The address bar as state. Every step that a person takes is an entry of the browser's history, so Back undoes the
 * last one: a chip, a tab, a line of a combined search, an opened photo.
 */
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
    target.addEventListener('popstate', () => this.#take(target.location.hash));
  }

  /**
   * Goes to a route. `push` adds a step to the history; `replace` changes the present one, for turning from photo to
   * photo in an opened one and for what happens without a person.
   */
  go(route: Route, step: 'push' | 'replace' = 'push'): void {
    const hash = hashFromRoute(route);
    if (step === 'push' && hash !== hashFromRoute(this.getSnapshot())) {
      this.#window.history.pushState({ pushed: true }, '', hash);
    } else this.#window.history.replaceState(this.#window.history.state, '', hash);
    this.#take(hash);
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

  /** What did not change stays the same object, so that the page under an opened photo is not rendered again. */
  #take(hash: string): void {
    const before = this.getSnapshot();
    const next = routeFromHash(hash);
    if (hashFromRoute(next) === hashFromRoute(before)) return;
    this.#store.set({ ...next, base: sameBase(before.base, next.base) ? before.base : next.base });
  }
}

function sameBase(a: Base, b: Base): boolean {
  return hashFromRoute({ base: a, overlay: NO_OVERLAY }) === hashFromRoute({ base: b, overlay: NO_OVERLAY });
}
