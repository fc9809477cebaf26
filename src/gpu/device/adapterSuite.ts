import type { KernelCases } from '../kernels/kernelCase.ts';
import { type CaseResult, runSuite } from '../kernels/suite.ts';
import { requestAdapter } from './adapter.ts';
import { openDevice } from './device.ts';

/** Cases on the adapter of this realm, for e2e/kernels/kernels.spec.ts and for other browsers. */
export async function runAdapterSuite(kernels: readonly KernelCases[]): Promise<{
  readonly adapter: string;
  readonly results: readonly CaseResult[];
}> {
  const owned = await openDevice(await requestAdapter());
  await owned.use();
  const stray: string[] = [];
  const stop = owned.onError((error) => stray.push(error.message));
  const results = await runSuite(kernels, owned.device);
  stop();
  owned.destroy();
  return {
    adapter: owned.description,
    results: [...results, ...stray.map((failure) => ({ kernel: 'any', name: 'uncaptured error', failure }))],
  };
}
