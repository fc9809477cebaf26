import type { OwnedDevice } from '../../gpu/device/device.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import type { Network } from '../../network/network.ts';
import { loadModelFile } from './loadModelFile.ts';
import { tuneGpu } from './tuneGpu.ts';

/** The network on the device, and who computes its convolutions, in words; empty where that was not measured. */
export async function gpuNetwork(
  device: OwnedDevice,
  onStep: (step: string) => void,
): Promise<{ readonly network: Network; readonly tuning: string }> {
  onStep('Loading the network');
  const network = await createNetwork(loadModelFile);
  onStep('Measuring the engine');
  return { network, tuning: await tuneGpu(device, network) };
}
