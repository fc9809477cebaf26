import { type PinnedPackage, readNpmArchive } from '../npmArchive.ts';
import type { TfliteModel } from './tfliteModel.ts';

export const OBJECTRON: PinnedPackage = {
  name: '@mediapipe/objectron',
  version: '0.4.1675468480',
  integrity: 'sha512-IoWuW0ojc9GaSW6UoDCIXgwjLSqTEcR5w8NYuGH+R5+q+nKzS7KOIGfY/eyx4DttReumb398W6+PpW0DQ2Rs/w==',
};

/** The package's data file holds two files after one another: the names of the classes and the detector. */
const DATA = 'package/objectron_solution_packed_assets.data';
const NAMES_END = 184;

export interface StoredSsd {
  /** A float16 model of TensorFlow Lite. */
  readonly model: Uint8Array;
  /** The first, `???`, is the background. */
  readonly classes: readonly string[];
}

/**
 * Reads the SSD out of the package's archive: `tarball`, or fetched by `npm pack` (17 MB) into a temporary folder.
 * @throws Error when the archive is not the one that the shipped weights come from.
 */
export function readObjectron(tarball: string | null): StoredSsd {
  const [data] = readNpmArchive(OBJECTRON, [DATA], tarball);
  const names = data!.subarray(0, NAMES_END).toString('utf8').trim().split('\n');
  return { model: new Uint8Array(data!.subarray(NAMES_END)), classes: names };
}

export const SSD_SIDE = 300;

/** The tensor of each tap, by the first of the names that were fused into its operator. Widened constants have the same names. */
const TAP_NAMES: Readonly<Record<string, string>> = {
  mobile16: 'FeatureExtractor/MobilenetV2/expanded_conv_12/add',
  openImages16: 'BoxPredictor_0/ClassPredictor/BiasAdd',
  mobile32: 'FeatureExtractor/MobilenetV2/expanded_conv_16/project/BatchNorm/FusedBatchNormV3',
};

/** @throws Error where a tap's tensor is not to be found, or more than one has its name. */
export function ssdEnds({ names, operators }: TfliteModel): Record<string, number> {
  const computed = operators.flatMap(({ kind, outputs }) => (kind === 'DEQUANTIZE' ? [] : outputs));
  return Object.fromEntries(
    Object.entries(TAP_NAMES).map(([tap, name]) => {
      const found = computed.filter((tensor) => names[tensor]!.split(';')[0] === name);
      if (found.length !== 1) throw new Error(`ssdEnds: ${found.length} tensors are named ${name}, wanted one`);
      return [tap, found[0]!];
    }),
  );
}
