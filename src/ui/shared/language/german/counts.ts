import type { Catalogue } from '../english/english.ts';
import type { Forms } from '../formats.ts';
import { formats } from './formats.ts';

const of = (one: string, other: string) => {
  const forms: Forms = { one, other };
  return (count: number) => formats.counted(count, forms);
};

export const counts = {
  photos: of('Foto', 'Fotos'),
  newPhotos: of('neues Foto', 'neue Fotos'),
  files: of('Datei', 'Dateien'),
  copies: of('Kopie', 'Kopien'),
  groups: of('Gruppe', 'Gruppen'),
  bits: of('Bit', 'Bit'),
  superpixels: of('Superpixel', 'Superpixel'),
  largerPictures: of('größeres Bild', 'größere Bilder'),
  of: (count, all) => `${count} von ${all}`,
  fewSeconds: 'noch ein paar Sekunden',
  aboutSeconds: (seconds) => `noch etwa ${seconds} s`,
  aboutMinutes: (minutes) => `noch etwa ${minutes} min`,
  aboutHours: (hours) => `noch etwa ${hours} h`,
} satisfies Catalogue['counts'];
