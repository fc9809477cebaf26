import { writeFileSync } from 'node:fs';
import { assemblySources, binaryOf } from '../assembly/assemblySources.ts';
import { compileAssembly } from '../assembly/compileAssembly.ts';
import { LOOP_STRUCTS_FILE, loopStructs } from '../assembly/loopStructs.ts';

/**
 * `npm run assembly`: writes the structs that the loops of the proposals read, then compiles every `*.assembly.ts` of `src` that is not
 * a part of another.
 */
writeFileSync(LOOP_STRUCTS_FILE, loopStructs());
for (const source of assemblySources('src')) {
  const target = binaryOf(source);
  writeFileSync(target, await compileAssembly(source));
  console.log(`${source} → ${target}`);
}
