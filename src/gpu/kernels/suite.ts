import { inErrorScopes } from '../dispatch/errorScopes.ts';
import * as tf from '../tfjs/tfjs.ts';
import { crossHypothesisMaxPoolCases } from './crossHypothesisMaxPool/crossHypothesisMaxPool.cases.ts';
import { depthwiseConvolutionCases } from './depthwiseConvolution/depthwiseConvolution.cases.ts';
import { detectorEvidenceCases } from './detectorEvidence/detectorEvidence.cases.ts';
import { fusedConvolutionCases } from './fusedConvolution/fusedConvolution.cases.ts';
import { hashLayerCases } from './hashLayer/hashLayer.cases.ts';
import { instanceRepresentationCases } from './instanceRepresentation/instanceRepresentation.cases.ts';
import { difference, type KernelCase, type KernelCases, type Tolerance } from './kernelCase.ts';
import { packBitsCases } from './packBits/packBits.cases.ts';
import { padChannelsCases } from './padChannels/padChannels.cases.ts';
import { spatialPyramidPoolCases } from './spatialPyramidPool/spatialPyramidPool.cases.ts';
import { sppFullyConnectedCases } from './sppFullyConnected/sppFullyConnected.cases.ts';

/** The cases of every kernel: run by the unit tests in Node, and in Chromium by e2e/kernels/kernels.spec.ts. */
export const KERNEL_CASES: readonly KernelCases[] = [
  spatialPyramidPoolCases,
  crossHypothesisMaxPoolCases,
  instanceRepresentationCases,
  packBitsCases,
  hashLayerCases,
  fusedConvolutionCases,
  depthwiseConvolutionCases,
  sppFullyConnectedCases,
  padChannelsCases,
  detectorEvidenceCases,
];

export interface CaseResult {
  readonly kernel: string;
  readonly name: string;
  /** null when the kernel gave what its reference says, without a GPU error or a leaked tensor. */
  readonly failure: string | null;
}

/** Null when every output is what the reference says. */
async function outputsDiffer({ run, expected }: KernelCase, tolerance: Tolerance): Promise<string | null> {
  const outputs = tf.tidy(() => [...run()]);
  try {
    const wanted = expected();
    if (outputs.length !== wanted.length) return `got ${outputs.length} outputs, wanted ${wanted.length}`;
    for (const [i, output] of outputs.entries()) {
      const found = difference(await output.data(), wanted[i]!, tolerance);
      if (found !== null) return `output ${i}: ${found}`;
    }
    return null;
  } finally {
    tf.dispose(outputs);
  }
}

/** Runs the case on the backend in force; with a device, GPU errors count as failures. Null when all is well. */
export async function runCase(
  kernelCase: KernelCase,
  tolerance: Tolerance,
  device?: GPUDevice,
): Promise<string | null> {
  const before = tf.memory().numTensors;
  const run = (): Promise<string | null> => outputsDiffer(kernelCase, tolerance);
  const { result, errors } = device
    ? await inErrorScopes(device, run)
    : { result: (await Promise.allSettled([run()]))[0], errors: [] };
  if (errors[0] !== undefined) return `GPU error: ${errors[0]}`;
  if (result.status === 'rejected') return String(result.reason);
  const leaked = tf.memory().numTensors - before;
  return result.value ?? (leaked === 0 ? null : `${leaked} tensors leaked`);
}

/** All cases, one after the other. */
export async function runSuite(kernels: readonly KernelCases[], device?: GPUDevice): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const { kernel, cases, tolerance } of kernels) {
    for (const kernelCase of cases) {
      results.push({ kernel, name: kernelCase.name, failure: await runCase(kernelCase, tolerance, device) });
    }
  }
  return results;
}
