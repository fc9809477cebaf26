import { type CaseResult, runSuite } from '../kernels/suite.ts';
import { requestAdapter } from './adapter.ts';
import { openDevice } from './device.ts';

/** The whole kernel suite on the adapter of this realm, for e2e/kernels/kernels.spec.ts and for a person's own browser. */
export async function runAdapterSuite(): Promise<{
  readonly adapter: string;
  readonly results: readonly CaseResult[];
}> {
  const owned = await openDevice(await requestAdapter());
  await owned.use();
  const stray: string[] = [];
  const stop = owned.onError((error) => stray.push(error.message));
  const results = await runSuite(owned.device);
  stop();
  owned.destroy();
  return {
    adapter: owned.description,
    results: [...results, ...stray.map((failure) => ({ kernel: 'any', name: 'uncaptured error', failure }))],
  };
}
