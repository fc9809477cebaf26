import { existsSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import asc from 'assemblyscript/asc';

/** Of sources that may use relaxed SIMD, which not every browser has: those that they share with others ask ASC_FEATURE_RELAXED_SIMD. */
const RELAXED_ENDING = '.relaxed.assembly.ts';

/**
 * Compiles an AssemblyScript file, with the files that it imports, to a WASM module that works on its caller's memory, as the text of
 * a TypeScript module that exports the binary in base64: a file of a few kilobytes is not worth a request, and Node and the browser
 * load it alike. `path` is relative to the working directory.
 * @throws Error with the compiler's messages.
 */
export async function compileAssembly(path: string): Promise<string> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      path.replaceAll(sep, '/'),
      '--outFile',
      'module.wasm',
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      ...(path.endsWith(RELAXED_ENDING) ? ['--enable', 'relaxed-simd'] : []),
      '--importMemory',
      '--initialMemory',
      '0',
      // "Only variables, functions and enums become exports": classes are exported to the other sources, not from the binary.
      '--disableWarning',
      '235',
    ],
    {
      readFile: (name) => (existsSync(name) ? readFileSync(name, 'utf8') : null),
      writeFile: (name, contents) => {
        if (name === 'module.wasm' && contents instanceof Uint8Array) binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || binary === undefined)
    throw new Error(`compileAssembly: ${stderr.toString()}`, { cause: error });
  const lines =
    Buffer.from(binary)
      .toString('base64')
      .match(/.{1,120}/g) ?? [];
  return [
    '// Made by `npm run assembly` from the .assembly.ts of the same name. Do not edit.',
    'export const BINARY =',
    ...lines.map((line, i) => `  '${line}'${i === lines.length - 1 ? ';' : ' +'}`),
    '',
  ].join('\n');
}
