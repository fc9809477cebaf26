/** Every kind of error that a scope can catch. */
const FILTERS: readonly GPUErrorFilter[] = ['validation', 'out-of-memory', 'internal'];

/** How work on a device ended. */
export interface ScopedOutcome<T> {
  readonly result: PromiseSettledResult<T>;
  /** What the GPU said meanwhile, in words; a pipeline that is invalid computes nothing, and nothing else says so. */
  readonly errors: readonly string[];
}

/**
 * Runs work with the device's errors caught. Work on one device goes one after the other: scopes are a stack, and would swap their errors.
 * Never rejects.
 */
export async function inErrorScopes<T>(device: GPUDevice, work: () => Promise<T>): Promise<ScopedOutcome<T>> {
  for (const filter of FILTERS) device.pushErrorScope(filter);
  const [result] = await Promise.allSettled([work()]);
  // All are popped before any is waited for, so that nothing comes between.
  const popped = await Promise.allSettled(FILTERS.map(() => device.popErrorScope()));
  const errors = popped.flatMap((scope) => {
    // A device that is lost meanwhile may refuse to answer.
    if (scope.status === 'rejected') return [String(scope.reason)];
    return scope.value === null ? [] : [scope.value.message];
  });
  return { result, errors };
}
