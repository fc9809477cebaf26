import { chooseEngine } from '../../gpu/engine.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import type { EnginePreference } from '../pipeline.ts';
import type { Engine } from './engineHost.ts';
import { loadModelFile } from './loadModelFile.ts';

/** The engine that suits the machine and the wish, with the network loaded on it. */
export async function buildEngine(preference: EnginePreference, onStep: (step: string) => void): Promise<Engine> {
  onStep('Starting the engine');
  const chosen = await chooseEngine(preference === 'auto' ? 'automatic' : preference);
  onStep('Loading the network');
  const network = await createNetwork(loadModelFile);
  return {
    network,
    status: { engine: chosen.engine, reason: chosen.reason, detail: chosen.detail },
    onLost: (listener) => void chosen.device?.onLost(listener),
    dispose() {
      network.dispose();
      chosen.device?.destroy();
    },
  };
}
