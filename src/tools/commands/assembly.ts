import { writeFileSync } from 'node:fs';
import { assemblySources, binaryOf } from '../assembly/assemblySources.ts';
import { compileAssembly } from '../assembly/compileAssembly.ts';

/** `npm run assembly`: builds every `*.assembly.ts` of `src` that is no part of another to the `*.binary.ts` beside it. */
for (const source of assemblySources('src')) {
  const target = binaryOf(source);
  writeFileSync(target, await compileAssembly(source));
  console.log(`${source} → ${target}`);
}
