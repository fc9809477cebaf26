import { findBackendFactory, registerBackend, removeBackend } from './tfjs.ts';
import type { WebGPUBackend } from './webgpuBackend.ts';
import './webgpuBackend.ts';

/**
 * tfjs's name for its WebGPU backend, with a backend of ours behind it or none.
 *
 * To import tfjs's backend registers a factory that requests a device of its own, and tfjs starts it on the slightest occasion:
 * `findBackend('webgpu')` does, and so does any operation while no backend is in force. `registerBackend` does not replace a factory, it
 * answers false and goes on with the one that is there. So tfjs's factory is taken out here, before anything can start it;
 * `findBackendFactory` only looks.
 */
const NAME = 'webgpu';

removeRegistered();

function removeRegistered(): void {
  // tfjs answers null where nothing is registered, whatever its type says.
  const factory: unknown = findBackendFactory(NAME);
  if (factory !== null) removeBackend(NAME);
}

/**
 * Puts the backend behind tfjs's name, in place of one of ours that is there.
 * @returns takes it out again; does nothing once another has taken its place
 * @throws Error when tfjs holds on to another factory.
 */
export function registerOurs(backend: WebGPUBackend): () => void {
  removeRegistered();
  const factory = () => backend;
  // Below every other backend, so that tfjs never takes it by itself.
  if (!registerBackend(NAME, factory, 0))
    throw new Error('registerOurs: tfjs did not take our WebGPU backend, wanted it to be the only one');
  return () => {
    if (findBackendFactory(NAME) === factory) removeRegistered();
  };
}
