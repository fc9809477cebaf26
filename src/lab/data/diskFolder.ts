import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodedText } from '../../pipeline/labelled/decodedText.ts';
import type { LabelFolder } from '../../pipeline/labelled/labelFolder.ts';

/** A folder of labelled photos on a disk. */
export function diskFolder(folder: string): LabelFolder {
  const below = (path: string): string => join(folder, path);
  const all = (path: string): string[] =>
    readdirSync(below(path), { withFileTypes: true }).flatMap((entry) => {
      if (entry.name.startsWith('.')) return [];
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      return entry.isDirectory() ? all(inside) : [inside];
    });
  return {
    name: folder,
    names(path) {
      const place = below(path);
      return existsSync(place) && statSync(place).isDirectory() ? readdirSync(place) : [];
    },
    has: (path) => existsSync(below(path)),
    paths: () => all(''),
    text: (path) => decodedText(below(path), readFileSync(below(path))),
  };
}
