import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

/** A TypeScript file of `src`. */
export interface SourceFile {
  /** Relative to `src`, with slashes. */
  readonly path: string;
  /** What it imports, as written; types included, since a type is a promise, too. */
  readonly imports: readonly string[];
  /** The files of `src` among them, relative to `src`. */
  readonly targets: readonly string[];
}

/** What the folders of one place may import; rows from the bottom of the house up. `.` is the place's own files. */
export type AllowedArrows = ReadonlyMap<string, ReadonlySet<string>>;

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|new URL\(\s*'(\.[^']+)'/g;

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return walk(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.assembly.ts') ? [path] : [];
  });
}

/** Every TypeScript file below `folder`, AssemblyScript left out: its compiler checks its own imports. */
export function sourceFiles(folder: string): SourceFile[] {
  return walk(folder).map((file) => {
    const path = relative(folder, file).replaceAll(sep, '/');
    const imports = [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3]!);
    const targets = imports
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => posix.join(posix.dirname(path), specifier).replace(/\?.*$/, ''));
    return { path, imports, targets };
  });
}

/**
 * Reads the tables of a Markdown file: each stands below a heading `` ### Inside `room` `` (or `### Rooms` for the top) and
 * has the columns folder, purpose, imports; names stand in backticks.
 * @throws Error for a file without such a table.
 */
export function allowedArrows(markdown: string): ReadonlyMap<string, AllowedArrows> {
  const tables = new Map<string, AllowedArrows>();
  for (const section of markdown.split(/^### /m).slice(1)) {
    const place = /^Inside `([^`]+)`/.exec(section)?.[1] ?? (section.startsWith('Rooms') ? '' : null);
    if (place === null) continue;
    const rows = [...section.matchAll(/^\| `([^`]+)` *\|[^|]*\|([^|]*)\|$/gm)].map(
      ([, name, imports]) => [name!, new Set([...imports!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!))] as const,
    );
    tables.set(place, new Map(rows));
  }
  if (!tables.has('')) throw new Error('allowedArrows: got a text without the table "### Rooms"');
  return tables;
}

/** The folder of `place` that a file lies in; `.` where it lies in `place` itself, null where it lies elsewhere. */
function folderIn(place: string, path: string): string | null {
  const prefix = place === '' ? '' : `${place}/`;
  if (!path.startsWith(prefix)) return null;
  const rest = path.slice(prefix.length);
  return rest.includes('/') ? rest.split('/')[0]! : '.';
}

/** Imports between two folders of `place` that no row allows, as sentences. */
export function brokenArrows(files: readonly SourceFile[], place: string, allowed: AllowedArrows): string[] {
  return files.flatMap(({ path, targets }) => {
    const from = folderIn(place, path);
    if (from === null) return [];
    return targets
      .filter((target) => {
        const to = folderIn(place, target);
        return to !== null && to !== from && !allowed.get(from)?.has(to);
      })
      .map((target) => `${path} imports ${target}`);
  });
}

/** Circles of imports between files, one sentence each (Tarjan's strongly connected components). */
export function circlesAmong(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path)!);
    stack.push(path);
    for (const target of byPath.get(path)!.targets) {
      if (!byPath.has(target)) continue;
      if (!index.has(target)) {
        visit(target);
        low.set(path, Math.min(low.get(path)!, low.get(target)!));
      } else if (stack.includes(target)) {
        low.set(path, Math.min(low.get(path)!, index.get(target)!));
      }
    }
    if (low.get(path) !== index.get(path)) return;
    const component = stack.splice(stack.indexOf(path));
    const toItself = byPath.get(path)!.targets.includes(path);
    if (component.length > 1 || toItself) circles.push(`circle: ${component.sort().join(', ')}`);
  };
  for (const { path } of files) if (!index.has(path)) visit(path);
  return circles;
}
