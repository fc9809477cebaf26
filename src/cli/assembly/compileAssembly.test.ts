import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileAssembly } from './compileAssembly.ts';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.assembly.ts'));

test.each(sources)('the committed binary of %s is what its source compiles to', async (path) => {
  const source = join('src', path);
  const committed = readFileSync(source.replace(/\.assembly\.ts$/, '.binary.ts'), 'utf8');
  expect(await compileAssembly(readFileSync(source, 'utf8'))).toBe(committed);
});

test('what the compiler finds wrong is said', async () => {
  await expect(compileAssembly('export function broken(): i32 { return missing; }')).rejects.toThrow("Cannot find name 'missing'");
});
