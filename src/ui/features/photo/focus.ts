import type { Region } from '../../../pipeline/api/pipeline.ts';

/** What a person looks at in an opened photo. */
export type Focus =
  | { readonly kind: 'none' }
  /** The proposal that won the category. */
  | { readonly kind: 'category'; readonly index: number }
  | { readonly kind: 'proposal'; readonly index: number }
  /** A box that the person drew. */
  | { readonly kind: 'region'; readonly region: Region };

export const NO_FOCUS: Focus = { kind: 'none' };
