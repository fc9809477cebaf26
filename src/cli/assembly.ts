import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileAssembly } from './assembly/compileAssembly.ts';

/** `npm run assembly`: builds every `*.assembly.ts` of `src` to the `*.binary.ts` beside it. */
for (const path of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('.assembly.ts')) continue;
  const source = join('src', path);
  const target = source.replace(/\.assembly\.ts$/, '.binary.ts');
  writeFileSync(target, await compileAssembly(readFileSync(source, 'utf8')));
  console.log(`${source} → ${target}`);
}
