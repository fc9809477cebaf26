import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { writeSafetensors } from '../../base/weights/safetensors.ts';
import { NANODET_G } from '../../network/backbone/nanodetG.ts';
import { weightsFromGraph } from '../convert/storedGraph/followGraph.ts';
import { goldenActivations, loadStoredGraph } from '../convert/storedGraph/golden.ts';
import { readStoredGraph } from '../convert/storedGraph/graphModel.ts';
import { PACKAGE, readHumanModels, VERSION } from '../convert/storedGraph/humanModels.ts';
import { NANODET_ENDS, NANODET_SIDE } from '../convert/storedGraph/nanodetEnds.ts';

/**
 * npm run backbone:convert -- [--tarball FILE] [--out public/models] [--golden FILE]
 *
 * Writes NanoDet-g's backbone, neck and heads as float16 safetensors, with where they come from beside them. The package
 * is fetched with npm (144 MB) unless its archive is given. `--golden` also writes what the stored graph itself gives for
 * the synthetic picture, which the backbone's test compares with.
 */
const { values: options } = parseArgs({
  options: {
    tarball: { type: 'string' },
    out: { type: 'string', default: 'public/models' },
    golden: { type: 'string' },
  },
});

const stored = readHumanModels(options.tarball ?? null);
const graph = readStoredGraph(stored.json, stored.weights);
const tensors = weightsFromGraph(graph, NANODET_G, NANODET_ENDS, NANODET_SIDE);

const provenance = {
  backbone: NANODET_G.name,
  network: 'NanoDet-g, https://github.com/RangiLyu/nanodet, Apache-2.0, trained on COCO',
  package: PACKAGE,
  version: VERSION,
  integrity: stored.integrity,
  packageLicence: 'MIT, Copyright (c) 2021 Vladimir Mandic',
  file: 'package/models/nanodet.bin',
  changes:
    'Kernels kept as stored (float16, height × width × in × out) and renamed; transposes and pads of the stored graph are ' +
    'folded into the layers; the last convolution of each head is split into class scores and box distances.',
  command: 'npm run backbone:convert',
};

mkdirSync(options.out, { recursive: true });
const file = join(options.out, `${NANODET_G.name}.safetensors`);
const bytes = writeSafetensors(
  { tensors, metadata: { backbone: NANODET_G.name, layout: 'HWIO', licence: 'Apache-2.0' } },
  'F16',
);
writeFileSync(file, new Uint8Array(bytes));
writeFileSync(join(options.out, `${NANODET_G.name}.provenance.json`), `${JSON.stringify(provenance, null, 2)}\n`);
console.log(`${file}: ${tensors.size} tensors, ${(bytes.byteLength / 1e6).toFixed(2)} MB`);

if (options.golden !== undefined) {
  await tf.setBackend('wasm');
  const golden = goldenActivations(
    await loadStoredGraph(stored.json, stored.weights),
    NANODET_G,
    NANODET_ENDS,
    NANODET_SIDE,
  );
  writeFileSync(options.golden, `${JSON.stringify(golden)}\n`);
  console.log(`${options.golden}: ${Object.keys(golden).length} taps`);
}
