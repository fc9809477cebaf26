import type { WeightsFile } from '../weights/safetensors.ts';

/** The learned numbers of the proposals. */
export interface ProposalModel {
  readonly version: string;
}

/** @throws Error naming the first tensor that is missing or has another shape. */
export function proposalModel(file: WeightsFile): ProposalModel {
  return { version: file.metadata['version'] ?? 'none' };
}
