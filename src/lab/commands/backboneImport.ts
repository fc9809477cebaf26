import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readOnnx } from '../../base/weights/onnx.ts';
import { readSafetensors, writeSafetensors } from '../../base/weights/safetensors.ts';
import { type ImportedFile, importGoogLeNet } from '../../network/backbone/googlenetImport.ts';

/**
 * npm run backbone:import -- FILE [--out public/models] [--float32]
 *
 * Reads GoogLeNet's weights from safetensors or ONNX, checks every shape, and writes our format, with where it came from
 * beside it. The weights' own licence is for the person who brings them to know.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'public/models' }, float32: { type: 'boolean', default: false } },
});

function readWeights(file: string, bytes: Uint8Array): ImportedFile {
  const buffer = new Uint8Array(bytes).buffer;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new Error(
      `${basename(file)} is a PyTorch archive, which may hold code. Save its state_dict as safetensors and import that`,
    );
  }
  if (/\.onnx$/i.test(file)) return readOnnx(buffer);
  if (/\.safetensors$/i.test(file)) return { ...readSafetensors(buffer), nodes: null };
  throw new Error(`${basename(file)}: wanted a file that ends in .safetensors or .onnx`);
}

function importFile(file: string): void {
  const bytes = readFileSync(file);
  const { description, tensors, naming } = importGoogLeNet(readWeights(file, bytes));
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
