import type { TieKey } from '../columns/tieKey.ts';
import type { PhotoLook } from './photoLook.ts';

export interface FingerprintedPhoto {
  /** The owner's number. */
  readonly photo: number;
  readonly key: TieKey;
  /** Perceptual hash. // (2,) */
  readonly fingerprint: Uint32Array;
  readonly look: PhotoLook;
}

/** The order of photos in a group, and of groups. */
export function byKey(a: FingerprintedPhoto, b: FingerprintedPhoto): number {
  return a.key.high - b.key.high || a.key.low - b.key.low || a.photo - b.photo;
}
