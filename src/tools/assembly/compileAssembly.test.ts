import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assemblySources, binaryOf } from './assemblySources.ts';
import { compileAssembly } from './compileAssembly.ts';
import { LOOP_STRUCTS_FILE, loopStructs } from './loopStructs.ts';

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

test('the committed structs of the loops are what the host declares', () => {
  expect(readFileSync(LOOP_STRUCTS_FILE, 'utf8')).toBe(loopStructs());
});

test('a source that another imports is a part of it, and no binary', () => {
  mkdirSync(join(folder, 'stage'));
  mkdirSync(join(folder, 'other'));
  write('stage/part.assembly.ts', '');
  const whole = write('whole.assembly.ts', "export { two } from './stage/part.assembly';");
  const single = write('other/single.assembly.ts', '');
  expect(assemblySources(folder).sort()).toEqual([single, whole]);
});

test('a binary goes beside its source, or into a folder for what is generated there', () => {
  const source = write('whole.assembly.ts', '');
  expect(binaryOf(source)).toBe(join(folder, 'whole.binary.ts'));
  mkdirSync(join(folder, 'generated'));
  expect(binaryOf(source)).toBe(join(folder, 'generated/whole.binary.ts'));
});

test('the binary of a source has what its parts export', async () => {
  mkdirSync(join(folder, 'stage'));
  write('stage/part.assembly.ts', 'export function two(): i32 { return 2; }');
  const source = write('whole.assembly.ts', "export { two } from './stage/part.assembly';");
  const [, base64] = (await compileAssembly(source)).split('BINARY =');
  const binary = Uint8Array.from(atob(base64!.replaceAll(/[^\w+/=]|' \+/g, '')), (character) =>
    character.charCodeAt(0),
  );
  const { instance } = await WebAssembly.instantiate(binary, {
    env: { memory: new WebAssembly.Memory({ initial: 0 }) },
  });
  expect(instance.exports).toMatchObject({ two: expect.any(Function) });
});

test('the compiler’s messages are passed on', async () => {
  const broken = write('broken.assembly.ts', 'export function broken(): i32 { return missing; }');
  await expect(compileAssembly(broken)).rejects.toThrow("Cannot find name 'missing'");
  const alone = write('alone.assembly.ts', "export { two } from './nowhere.assembly';");
  await expect(compileAssembly(alone)).rejects.toThrow('nowhere.assembly');
});
