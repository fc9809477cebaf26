import type { PhotoId } from '../../../pipeline/api/pipeline.ts';

/** What a search starts from. A file is named by its place in the session: its bytes do not fit in an address. */
export type SearchSubject =
  | { readonly kind: 'photo'; readonly id: PhotoId }
  | { readonly kind: 'file'; readonly key: string };
