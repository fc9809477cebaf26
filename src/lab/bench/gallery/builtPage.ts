import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** A built page that is measured. */
export interface BuiltPage {
  readonly name: string;
  readonly dist: string;
  /** The newest format of index files that it reads. */
  readonly indexFormat: 2 | 3;
}

const FOLDER = '.facet/bench';

/** The page of this checkout. */
export async function builtNow(): Promise<BuiltPage> {
  const dist = resolve(FOLDER, 'now');
  await build({ logLevel: 'error', build: { outDir: dist, emptyOutDir: true } });
  return { name: 'now', dist, indexFormat: formatOf(dist) };
}

/**
 * The page of before, to be measured in turns with that of now.
 * @param before a folder with a built page, or a commit, which is built once and kept
 * @throws Error when it is neither.
 */
export function builtBefore(before: string): BuiltPage {
  if (existsSync(join(before, 'index.html'))) {
    const dist = resolve(before);
    return { name: `before (${before})`, dist, indexFormat: formatOf(dist) };
  }
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  const commit = git('rev-parse', '--verify', `${before}^{commit}`).slice(0, 12);
  const dist = resolve(FOLDER, commit);
  if (!existsSync(join(dist, 'index.html'))) {
    const source = resolve(FOLDER, `${commit}-source`);
    mkdirSync(FOLDER, { recursive: true });
    git('worktree', 'add', '--force', '--detach', source, commit);
    try {
      symlinkSync(resolve('node_modules'), join(source, 'node_modules'));
      execFileSync(
        process.execPath,
        [resolve('node_modules/vite/bin/vite.js'), 'build', '--outDir', dist, '--logLevel', 'error'],
        {
          cwd: source,
          stdio: 'inherit',
        },
      );
    } finally {
      git('worktree', 'remove', '--force', source);
      rmSync(source, { recursive: true, force: true });
    }
  }
  return { name: `before (${commit})`, dist, indexFormat: formatOf(dist) };
}

/** The service worker's list names every file; a page that knows segments says so in its worker. */
function formatOf(dist: string): 2 | 3 {
  const list = readFileSync(join(dist, 'sw.js'), 'utf8');
  const scripts = [...list.matchAll(/[\w./-]+\.js/g)].map(([name]) => join(dist, name)).filter(existsSync);
  return scripts.some((script) => readFileSync(script, 'utf8').includes('factsEnd')) ? 3 : 2;
}
