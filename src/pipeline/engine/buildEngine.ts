import { openBrowserWasm } from '../../gpu/browserWasm.ts';
import { chooseEngine } from '../../gpu/engine.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import type { EnginePreference } from '../pipeline.ts';
import type { Engine } from './engineHost.ts';
import { loadModelFile } from './loadModelFile.ts';
import { tuneGpu } from './tuneGpu.ts';

/** The engine that suits the machine and the wish, with the network loaded on it. */
export async function buildEngine(preference: EnginePreference, onStep: (step: string) => void): Promise<Engine> {
  onStep('Starting the engine');
  const chosen = await chooseEngine(preference === 'auto' ? 'automatic' : preference, openBrowserWasm, onStep);
  onStep('Loading the network');
  const network = await createNetwork(loadModelFile);
  onStep('Measuring the engine');
  const tuning = chosen.device === null ? '' : await tuneGpu(chosen.device, network);
  return {
    network,
    status: { engine: chosen.engine, reason: chosen.reason, detail: tuning === '' ? chosen.detail : `${chosen.detail}; convolutions: ${tuning}` },
    onLost: (listener) => void chosen.device?.onLost(listener),
    dispose() {
      network.dispose();
      chosen.device?.destroy();
    },
  };
}
