import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSafetensors } from '../../base/weights/safetensors.ts';
import { importGoogLeNet } from '../../network/backbone/googlenetImport.ts';
import { readWeightsFile } from '../../network/backbone/weightsFile.ts';

/**
 * npm run backbone:import -- FILE [--out public/models] [--float32]
 *
 * Reads GoogLeNet's weights from safetensors, ONNX or a Caffe model, checks every shape, and writes our format, with where it came from
 * beside it. The weights' own licence is for the person who brings them to know.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'public/models' }, float32: { type: 'boolean', default: false } },
});

function importFile(file: string): void {
  const bytes = readFileSync(file);
  const { description, tensors, naming } = importGoogLeNet(
    readWeightsFile(basename(file), new Uint8Array(bytes).buffer),
  );
  const dtype = options.float32 ? 'F32' : 'F16';
  const largest = Math.max(
    ...[...tensors.values()].map(({ values }) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)),
  );
  if (!(largest < 65504) && dtype === 'F16')
    throw new Error(`the largest weight is ${largest}, which float16 cannot hold; use --float32`);
  mkdirSync(options.out, { recursive: true });
  const target = join(options.out, `${description.name}.safetensors`);
  writeFileSync(
    target,
    new Uint8Array(writeSafetensors({ tensors, metadata: { backbone: description.name, layout: 'HWIO' } }, dtype)),
  );
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const provenance = { backbone: description.name, file: basename(file), sha256, naming, dtype };
  writeFileSync(join(options.out, `${description.name}.provenance.json`), `${JSON.stringify(provenance, null, 2)}\n`);
  console.log(`${target}: ${tensors.size} tensors, read by ${naming}. Use it with --backbone ${description.name}`);
}

try {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error('wanted one FILE: npm run backbone:import -- FILE');
  importFile(file);
} catch (error) {
  console.error(`backbone:import: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
