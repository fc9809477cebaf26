import type { IndexedPhoto } from '../../gallery/gallery.ts';
import type { Category } from '../../network/network.ts';
import type { FoundFile } from './photoFolder.ts';

/** What the network of a process says of itself, once it is loaded and has given the right answer for the drawn picture. */
export interface NetworkFacts {
  readonly modelVersion: string;
  readonly categories: readonly Category[];
  readonly bitsPerCategory: number;
}

/** To a process. It has one file at a time: first it identifies it, then it is told whether to go on. */
export type Order = { readonly kind: 'identify'; readonly found: FoundFile } | { readonly kind: 'analyse' };

/** From a process, one for each order; `ready` comes unasked. */
export type Answer =
  | { readonly kind: 'ready'; readonly facts: NetworkFacts }
  /** `id` is the SHA-256 of its bytes, `large` says that decoding takes hundreds of megabytes. */
  | { readonly kind: 'identified'; readonly id: string; readonly large: boolean }
  | { readonly kind: 'analysed'; readonly row: IndexedPhoto; readonly difference: string | null }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** By its first bytes. */
  | { readonly kind: 'notPhoto'; readonly reason: string };
