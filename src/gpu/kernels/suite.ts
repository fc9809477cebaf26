import * as tf from '../tfjs/tfjs.ts';
import { crossHypothesisMaxPoolCases } from './crossHypothesisMaxPool/crossHypothesisMaxPool.cases.ts';
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

const SCOPES: readonly GPUErrorFilter[] = ['validation', 'out-of-memory', 'internal'];

/** Runs the case on the backend in force; with a device, GPU errors count as failures. Null when all is well. */
export async function runCase(
  { run, expected }: KernelCase,
  tolerance: Tolerance,
  device?: GPUDevice,
): Promise<string | null> {
  const before = tf.memory().numTensors;
  for (const scope of SCOPES) device?.pushErrorScope(scope);
  let failure: string | null = null;
  try {
    const outputs = tf.tidy(() => [...run()]);
    try {
      const wanted = expected();
      if (outputs.length !== wanted.length) failure = `got ${outputs.length} outputs, wanted ${wanted.length}`;
      for (const [i, output] of outputs.entries()) {
        const found = difference(await output.data(), wanted[i]!, tolerance);
        if (found !== null) failure ??= `output ${i}: ${found}`;
      }
    } finally {
      tf.dispose(outputs);
    }
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  for (const _ of SCOPES) {
    const error = await device?.popErrorScope();
    if (error) failure = `GPU error: ${error.message}`;
  }
  const leaked = tf.memory().numTensors - before;
  if (leaked !== 0) failure ??= `${leaked} tensors leaked`;
  return failure;
}

/** All cases of all kernels, one after the other. */
export async function runSuite(device?: GPUDevice): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const { kernel, cases, tolerance } of KERNEL_CASES) {
    for (const kernelCase of cases) {
      results.push({ kernel, name: kernelCase.name, failure: await runCase(kernelCase, tolerance, device) });
    }
  }
  return results;
}
