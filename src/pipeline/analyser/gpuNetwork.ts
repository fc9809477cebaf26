import type { ModelLoader } from '../../base/weights/modelLoader.ts';
import type { OwnedDevice } from '../../gpu/device/device.ts';
import { GpuUnavailable, isGpuFailure } from '../../gpu/device/errors.ts';
import { openGpu } from '../../gpu/device/gpuEngine.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import type { Network } from '../../network/network.ts';
import { DEFAULT_BACKBONE, headsFileOf } from '../../network/shippedFiles.ts';
import { storedAnswers } from './storedAnswers.ts';
import { tuneGpu } from './tuneGpu.ts';
import { checkWholeResult, WrongResult } from './wholeResult.ts';

/** The network on a device, ready for photos. */
export interface GpuNetwork {
  readonly network: Network;
  readonly device: OwnedDevice;
  /** Who computes its convolutions, in words; empty where that was not measured. */
  readonly tuning: string;
}

export interface GpuNetworkOptions {
  /** Name of the network, see `ownNetwork`; the default if left out. */
  readonly of?: string;
  /** Told what is being done, in words for a person. */
  readonly onStep?: (step: string) => void;
  /** Longer side of the backbone's input; there are answers to check for the default alone. */
  readonly inputSide?: number;
}

/**
 * The network on an opened device, tuned and checked: the one way for the app, `npm run agreement`, the bench and the soak. Disposes nothing
 * of the device.
 * @throws GpuUnavailable when the device fails or gives a wrong result; Error when a file is missing or does not fit.
 */
export async function gpuNetwork(
  device: OwnedDevice,
  load: ModelLoader,
  { of = DEFAULT_BACKBONE, onStep = () => {}, inputSide }: GpuNetworkOptions = {},
): Promise<GpuNetwork> {
  onStep('Loading the network');
  const network = await createNetwork(load, {
    heads: headsFileOf(of),
    onBackend: (work) => device.checked(work),
    ...(inputSide === undefined ? {} : { inputSide }),
  });
  try {
    onStep('Measuring the engine');
    const tuning = await tuneGpu(device, network);
    onStep('Checking what the GPU computes');
    // A whole picture takes a software adapter as long as all the rest of its start.
    if (inputSide === undefined) {
      await checkWholeResult(network, device.fallback ? 'strip' : 'photo', storedAnswers(of, load));
    }
    return { network, device, tuning };
  } catch (error) {
    network.dispose();
    if (error instanceof WrongResult)
      throw new GpuUnavailable(`The GPU computes something else. ${error.message}`, { cause: error });
    throw isGpuFailure(error)
      ? new GpuUnavailable(`The GPU failed its first photo: ${error.message}`, { cause: error })
      : error;
  }
}

/** `gpuNetwork` on a device of the adapter's, opened as the app opens it. Whoever disposes the network destroys the device. @throws as `gpuNetwork` */
export async function openGpuNetwork(
  adapter: GPUAdapter,
  load: ModelLoader,
  options: GpuNetworkOptions = {},
): Promise<GpuNetwork> {
  const device = await openGpu(adapter, options.onStep ?? (() => {}));
  try {
    return await gpuNetwork(device, load, options);
  } catch (error) {
    device.destroy();
    throw error;
  }
}
