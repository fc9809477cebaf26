import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type NamedArray, writeSafetensors } from '../../base/weights/safetensors.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import type { BackboneDescription } from '../../network/backbone/backboneDescription.ts';
import type { GoldenActivations } from '../../network/backbone/fixtures/goldenActivations.ts';
import { NANODET_G } from '../../network/backbone/nanodetG.ts';
import { SSD_MOBILENET_V2 } from '../../network/backbone/ssdMobilenetV2.ts';
import { weightsFromGraph } from '../convert/storedGraph/followGraph.ts';
import { goldenActivations, loadStoredGraph } from '../convert/storedGraph/golden.ts';
import { readStoredGraph } from '../convert/storedGraph/graphModel.ts';
import { HUMAN_MODELS, readHumanModels } from '../convert/storedGraph/humanModels.ts';
import { NANODET_ENDS, NANODET_SIDE } from '../convert/storedGraph/nanodetEnds.ts';
import { weightsFromTflite } from '../convert/tflite/followTflite.ts';
import { ssdGoldenActivations } from '../convert/tflite/golden.ts';
import { OBJECTRON, readObjectron, ssdEnds } from '../convert/tflite/objectron.ts';
import { readTflite } from '../convert/tflite/tfliteModel.ts';

/**
 * npm run backbone:convert -- [--backbone nanodet-g] [--tarball FILE] [--out public/models] [--golden FILE]
 *
 * Writes a backbone as float16 safetensors, with where it comes from beside it: nanodet-g (backbone, neck and heads; its package is
 * 144 MB) or ssd-mobilenetv2 (17 MB). The package is fetched with npm unless its archive is given. `--golden` also writes what the
 * stored graph itself gives for the synthetic picture, by an interpreter that is not ours; the backbone's test compares with it.
 */
const { values: options } = parseArgs({
  options: {
    backbone: { type: 'string', default: NANODET_G.name },
    tarball: { type: 'string' },
    out: { type: 'string', default: 'public/models' },
    golden: { type: 'string' },
  },
});

/** A backbone read out of a package. */
interface Converted {
  readonly description: BackboneDescription;
  readonly tensors: ReadonlyMap<string, NamedArray>;
  readonly provenance: Readonly<Record<string, unknown>>;
  golden(): Promise<GoldenActivations>;
}

function nanodet(tarball: string | null): Converted {
  const stored = readHumanModels(tarball);
  const graph = readStoredGraph(stored.json, stored.weights);
  return {
    description: NANODET_G,
    tensors: weightsFromGraph(graph, NANODET_G, NANODET_ENDS, NANODET_SIDE),
    provenance: {
      network: 'NanoDet-g, https://github.com/RangiLyu/nanodet, Apache-2.0, trained on COCO',
      package: HUMAN_MODELS.name,
      version: HUMAN_MODELS.version,
      integrity: HUMAN_MODELS.integrity,
      packageLicence: 'MIT, Copyright (c) 2021 Vladimir Mandic',
      file: 'package/models/nanodet.bin',
      changes:
        'Kernels kept as stored (float16, height × width × in × out) and renamed; transposes and pads of the stored graph are ' +
        'folded into the layers; the last convolution of each head is split into class scores and box distances.',
      command: 'npm run backbone:convert',
    },
    async golden() {
      await tf.setBackend('wasm');
      const graphModel = await loadStoredGraph(stored.json, stored.weights);
      return goldenActivations(graphModel, NANODET_G, NANODET_ENDS, NANODET_SIDE);
    },
  };
}

function ssdMobilenet(tarball: string | null): Converted {
  const { model, classes } = readObjectron(tarball);
  const graph = readTflite(model);
  return {
    description: SSD_MOBILENET_V2,
    tensors: weightsFromTflite(graph, SSD_MOBILENET_V2, ssdEnds(graph)),
    provenance: {
      network: 'SSD on MobileNetV2, by the MediaPipe authors, Apache-2.0, trained on Open Images',
      package: OBJECTRON.name,
      version: OBJECTRON.version,
      integrity: OBJECTRON.integrity,
      packageLicence: 'Apache-2.0',
      file: 'package/objectron_solution_packed_assets.data, from byte 184',
      classes,
      changes:
        'Kernels kept as stored (float16), in the order height × width × in × out, and renamed; the layers after the last block and ' +
        "all but the finest of the detector's class predictors are left out, box predictors too.",
      command: 'npm run backbone:convert -- --backbone ssd-mobilenetv2',
    },
    golden: () => ssdGoldenActivations(model),
  };
}

const CONVERTERS: Readonly<Record<string, (tarball: string | null) => Converted>> = {
  [NANODET_G.name]: nanodet,
  [SSD_MOBILENET_V2.name]: ssdMobilenet,
};

async function convert(): Promise<void> {
  const converter = CONVERTERS[options.backbone];
  if (converter === undefined)
    throw new Error(`got --backbone ${options.backbone}, wanted one of ${Object.keys(CONVERTERS).join(', ')}`);
  const { description, tensors, provenance, golden } = converter(options.tarball ?? null);
  const { name } = description;
  mkdirSync(options.out, { recursive: true });
  const file = join(options.out, `${name}.safetensors`);
  const metadata = { backbone: name, layout: 'HWIO', licence: 'Apache-2.0' };
  const bytes = writeSafetensors({ tensors, metadata }, 'F16');
  writeFileSync(file, new Uint8Array(bytes));
  writeFileSync(
    join(options.out, `${name}.provenance.json`),
    `${JSON.stringify({ backbone: name, ...provenance }, null, 2)}\n`,
  );
  console.log(`${file}: ${tensors.size} tensors, ${(bytes.byteLength / 1e6).toFixed(2)} MB`);
  if (options.golden !== undefined) {
    const activations = await golden();
    writeFileSync(options.golden, `${JSON.stringify(activations)}\n`);
    console.log(`${options.golden}: ${Object.keys(activations).length} taps`);
  }
}

try {
  await convert();
} catch (error) {
  console.error(`backbone:convert: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
