import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A server of its own in a folder, reached by a socket there. */
export interface PostgresServer {
  readonly version: string;
  /** Runs a script. @throws Error with what the server says. */
  file(path: string): void;
  /** Rows of texts. */
  rows(sql: string): string[][];
  stop(): Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';
const UNIT = '\u001f';

/** Folder of the newest server's programs; null where none is installed. */
export function postgresPrograms(): string | null {
  if (!existsSync(DEBIAN)) return null;
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  const found = versions.map((version) => join(DEBIAN, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  return found ?? null;
}

/** The server refuses to run for root. */
function asUser(program: string, args: readonly string[]): [string, string[]] {
  return process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, [...args]];
}

export async function startPostgres(programs: string, folder: string): Promise<PostgresServer> {
  const place = join(folder, 'postgres');
  mkdirSync(place);
  chmodSync(folder, 0o755);
  chmodSync(place, 0o777);
  const data = join(place, 'data');
  execFileSync(
    ...asUser(join(programs, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'facet', '-E', 'UTF8', '--locale=C.UTF-8']),
  );
  const server = spawn(
    ...asUser(join(programs, 'postgres'), ['-D', data, '-k', place, '-c', 'listen_addresses=', '-c', 'fsync=off']),
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (line) => String(line).includes('ready to accept connections') && resolve());
    server.on('exit', (code) => reject(new Error(`postgres ended with ${code}`)));
  });
  const psql = (...args: readonly string[]): string =>
    execFileSync(
      join(programs, 'psql'),
      ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', place, '-U', 'facet', '-d', 'postgres', ...args],
      { encoding: 'utf8', maxBuffer: 2 ** 30 },
    );
  const script = join(folder, 'query.sql');
  const rows = (sql: string): string[][] => {
    writeFileSync(script, sql);
    return psql('-At', '-F', UNIT, '-R', '\u001e', '-f', script)
      .split('\u001e')
      .filter((row) => row !== '' && row !== '\n')
      .map((row) => row.replace(/\n$/, '').split(UNIT));
  };
  return {
    version: rows('SHOW server_version')[0]![0]!,
    file: (path) => void psql('-f', path),
    rows,
    async stop() {
      // Its own number, since a program that changed the user for it does not hand signals on.
      process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGINT');
      await ended;
    },
  };
}
