import { foldedText } from '../../base/foldedText.ts';
import type { GalleryQuery } from '../api/galleryQuery.ts';
import type { BoundChip } from './chipExpression.ts';
import type { MovedGates } from './gates.ts';

/** A query whose names have been looked up. C categories. */
export interface ResolvedQuery
  extends Pick<GalleryQuery, 'camera' | 'taken' | 'unrecognised' | 'favourites' | 'order'> {
  readonly chips: readonly BoundChip[];
  readonly gates: MovedGates;
  /** Folded, see `foldedText`. */
  readonly words: readonly string[];
  /** Ends with a slash; empty for everywhere. */
  readonly folder: string;
  /** The ids of the album's photos. */
  readonly album: ReadonlySet<string> | null;
  /** Bits of a piece. */
  readonly bitsPerCategory: number;
}

/** Words as they are compared; blank ones ask for nothing. */
export function foldedWords(words: readonly string[]): string[] {
  return words.map((word) => foldedText(word.trim())).filter((word) => word !== '');
}

/** The prefix of all paths in a folder. */
export function folderPrefix(folder = ''): string {
  const trimmed = folder.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '' : `${trimmed}/`;
}
