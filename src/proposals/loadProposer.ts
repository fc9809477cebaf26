import { fingerprint } from '../weights/fingerprint.ts';
import type { ModelLoader } from '../weights/modelLoader.ts';
import { readSafetensors } from '../weights/safetensors.ts';
import { proposalModel } from './proposalModel.ts';
import { createProposer, type Proposer } from './proposer.ts';

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
