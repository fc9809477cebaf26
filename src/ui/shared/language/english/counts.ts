import type { Forms } from '../formats.ts';
import { formats } from './formats.ts';

const of = (one: string, other = `${one}s`) => {
  const forms: Forms = { one, other };
  return (count: number) => formats.counted(count, forms);
};

/** How many there are: '1,234 photos'. */
export const counts = {
  photos: of('photo'),
  newPhotos: of('new photo'),
  files: of('file'),
  copies: of('copy', 'copies'),
  groups: of('group'),
  bits: of('bit'),
  superpixels: of('superpixel'),
  largerPictures: of('larger picture'),
  /** '3 of 10', of a place in a list or of a part. */
  of: (count: number, all: number) => `${count} of ${all}`,
  fewSeconds: 'a few seconds',
  aboutSeconds: (seconds: number) => `about ${seconds} s`,
  aboutMinutes: (minutes: number) => `about ${minutes} min`,
  aboutHours: (hours: number) => `about ${hours} h`,
};
