import type { Region } from '../../../pipeline/api/pipeline.ts';

/** What is highlighted in an opened photo. */
export type Focus =
  | { readonly kind: 'none' }
  /** The category's winning proposal. */
  | { readonly kind: 'category'; readonly index: number }
  | { readonly kind: 'proposal'; readonly index: number }
  /** A box that the person drew. */
  | { readonly kind: 'region'; readonly region: Region };

export const NO_FOCUS: Focus = { kind: 'none' };
