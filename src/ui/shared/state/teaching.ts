import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { Store } from '../store/store.ts';

/** What is to be taught: something new, or more of a category that was taught before. */
export interface TeachAsked {
  /** Of the category that is taught further; null of a new one. */
  readonly key: string | null;
  /** Photos to begin with. */
  readonly ids: readonly PhotoId[];
}

/** What the dialog is open for; null while it is closed. */
export class Teaching {
  readonly asked = new Store<TeachAsked | null>(null);

  /** Opens the dialog. */
  readonly begin = (ids: readonly PhotoId[], key: string | null = null): void => this.asked.set({ key, ids });

  readonly end = (): void => this.asked.set(null);
}
