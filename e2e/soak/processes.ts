import { readdirSync, readFileSync } from 'node:fs';

/** Processes of Linux, as /proc has them. */

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
        return [{ pid: Number(name), parent, command }];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

/** Every process of the browser that has this profile, the browser itself first; none where it has ended. */
export function processesOf(profile: string): Process[] {
  const all = processes();
  const found = all.filter(({ command }) => command.includes(`--user-data-dir=${profile}`));
  for (const { pid } of found)
    found.push(...all.filter((process) => process.parent === pid && !found.includes(process)));
  return found;
}

export interface Memory {
  /** Bytes. */
  readonly now: number;
  /** Since the process began. */
  readonly most: number;
}

/** Of the largest renderer of the browser: the one of the app's tab, with all its workers. @throws Error where there is none */
export function rendererMemory(profile: string): Memory {
  const each = processesOf(profile)
    .filter(({ command }) => command.includes('--type=renderer'))
    .flatMap(({ pid }) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const bytes = (name: string): number =>
          1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
        return [{ now: bytes('VmRSS'), most: bytes('VmHWM') }];
      } catch {
        return [];
      }
    });
  const largest = each.toSorted((a, b) => b.most - a.most)[0];
  if (largest === undefined) throw new Error('rendererMemory: the browser has no renderer');
  return largest;
}
