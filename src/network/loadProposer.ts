import { createProposer, type Proposer } from '../proposals/proposer.ts';
import type { ModelLoader } from './network.ts';

export interface LoadedProposer {
  readonly proposer: Proposer;
  /** Names the learned numbers; boxes of two versions differ. */
  readonly version: string;
}

/** The proposer that the heads were trained with. */
export async function loadProposer(_load: ModelLoader): Promise<LoadedProposer> {
  return { proposer: createProposer(null), version: 'geodesic' };
}
