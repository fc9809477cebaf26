import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assemblySources, binaryOf } from './assemblySources.ts';
import { compileAssembly } from './compileAssembly.ts';

let folder = '';
beforeEach(() => {
  folder = relative('.', mkdtempSync(join(tmpdir(), 'facet-assembly-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test.each(assemblySources('src'))(
  'the committed binary of %s is what its source and its parts compile to',
  async (source) => {
    expect(await compileAssembly(source)).toBe(readFileSync(binaryOf(source), 'utf8'));
    // The compiler needs seconds of a free machine, and more of a busy one.
  },
  120_000,
);

test('a source in a folder that is named like another is a part of it, and no binary', () => {
  mkdirSync(join(folder, 'whole'));
  mkdirSync(join(folder, 'other'));
  write('whole/part.assembly.ts', '');
  const sources = [write('other/single.assembly.ts', ''), write('whole.assembly.ts', '')];
  expect(assemblySources(folder).sort()).toEqual(sources);
  expect(binaryOf('src/whole.assembly.ts')).toBe('src/whole.binary.ts');
});

test('what a part holds is in the binary of the whole', async () => {
  mkdirSync(join(folder, 'whole'));
  write('whole/part.assembly.ts', 'export function two(): i32 { return 2; }');
  const source = write('whole.assembly.ts', "export { two } from './whole/part.assembly';");
  const [, base64] = (await compileAssembly(source)).split('BINARY =');
  const binary = Uint8Array.from(atob(base64!.replaceAll(/[^\w+/=]|' \+/g, '')), (character) =>
    character.charCodeAt(0),
  );
  const { instance } = await WebAssembly.instantiate(binary, {
    env: { memory: new WebAssembly.Memory({ initial: 0 }) },
  });
  expect(instance.exports).toMatchObject({ two: expect.any(Function) });
});

test('what the compiler finds wrong is said', async () => {
  const broken = write('broken.assembly.ts', 'export function broken(): i32 { return missing; }');
  await expect(compileAssembly(broken)).rejects.toThrow("Cannot find name 'missing'");
  const alone = write('alone.assembly.ts', "export { two } from './nowhere.assembly';");
  await expect(compileAssembly(alone)).rejects.toThrow('nowhere.assembly');
});
