import { requestAdapter } from '../../src/gpu/device/adapter.ts';
import { runAdapterSuite } from '../../src/gpu/device/adapterSuite.ts';
import { KERNEL_CASES } from '../../src/gpu/kernels/suite.ts';
import { openBrowserWasm } from '../../src/gpu/tfjs/browserWasm.ts';
import { type AnalysisDifference, analysisDifference } from '../../src/network/analysisDifference.ts';
import { createNetwork } from '../../src/network/createNetwork.ts';
import { NETWORK_CASES } from '../../src/network/networkCases.ts';
import { decodePhoto } from '../../src/pipeline/analyser/decodePhoto.ts';
import { openGpuNetwork } from '../../src/pipeline/analyser/gpuNetwork.ts';
import { loadModelFile } from '../../src/pipeline/analyser/loadModelFile.ts';
import { WORKING_SIDE } from '../../src/proposals/workingImage.ts';

/** What `webgpu.check.ts` runs in a page of the development server: the engine's modules without the app around them. */

export interface SuiteReport {
  readonly adapter: string;
  readonly cases: number;
  /** Sentences, one a failed case. */
  readonly failures: readonly string[];
}

export async function kernelSuite(): Promise<SuiteReport> {
  const { adapter, results } = await runAdapterSuite([...KERNEL_CASES, ...NETWORK_CASES]);
  return {
    adapter,
    cases: results.length,
    failures: results.flatMap(({ kernel, name, failure }) =>
      failure === null ? [] : [`${kernel}, ${name}: ${failure}`],
    ),
  };
}

export interface NetworkReport {
  readonly detail: string;
  readonly difference: AnalysisDifference;
  /** Errors of the device that nobody caught. */
  readonly errors: readonly string[];
}

/** The whole network on the photo, on WebGPU opened as the app opens it, and on WASM in the same page. @param jpeg the file's bytes */
export async function wholeNetwork(jpeg: readonly number[]): Promise<NetworkReport> {
  const { image } = await decodePhoto(new Blob([Uint8Array.from(jpeg)], { type: 'image/jpeg' }), WORKING_SIDE);
  const { network, device, tuning } = await openGpuNetwork(await requestAdapter(), loadModelFile);
  const errors: string[] = [];
  const stop = device.onError((error) => errors.push(error.message));
  const onGpu = await network.analyse(image);
  network.dispose();
  stop();
  // Another backend is in force before the device's is taken away.
  await openBrowserWasm();
  device.destroy();

  const onWasm = await createNetwork(loadModelFile);
  const { analysis } = await onWasm.analyse(image);
  onWasm.dispose();
  return {
    detail: `${device.description}; ${tuning}`,
    difference: analysisDifference(onGpu.analysis, analysis),
    errors,
  };
}
