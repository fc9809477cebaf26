import type { Random } from './random.ts';

/**
 * Where the photos and their mirror images stand in the region store: photo i at i, its mirror image at `photos` + i. A
 * category does not change in the mirror, so the heads learn less of a photo by heart when it comes in both forms.
 */
export interface MirrorForms {
  readonly photos: number;
  /** Whether the mirror images are in the store. */
  readonly mirrored: boolean;
}

/** Each photo as it is or mirrored, one as likely as the other. @returns entries of the region store, in the order of `photos` */
export function eitherForm(photos: ArrayLike<number>, forms: MirrorForms, random: Random): number[] {
  return Array.from(photos, (photo) => (forms.mirrored && random.next() < 0.5 ? forms.photos + photo : photo));
}
