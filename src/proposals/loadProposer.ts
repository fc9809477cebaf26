import { fingerprint } from '../base/weights/fingerprint.ts';
import type { ModelLoader } from '../base/weights/modelLoader.ts';
import { readSafetensors } from '../base/weights/safetensors.ts';
import { createProposer, type Proposer } from './proposer.ts';
import { proposalModel } from './ranking/proposalModel.ts';

/** Name in `public/models`. */
export const PROPOSALS_FILE = 'proposals.safetensors';

export interface LoadedProposer {
  readonly proposer: Proposer;
  /** Names the learned numbers; boxes of two versions differ. */
  readonly version: string;
}

/** The proposer with its learned ranking: the one that the heads were trained with. @throws Error when the file does not fit. */
export async function loadProposer(load: ModelLoader): Promise<LoadedProposer> {
  const buffer = await load(PROPOSALS_FILE);
  return {
    proposer: createProposer(proposalModel(readSafetensors(buffer))),
    version: `geodesic#${fingerprint(buffer)}`,
  };
}
