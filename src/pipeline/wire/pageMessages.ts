import type { PipelineChange } from '../api/changes.ts';

/**
 * Changes travel on the same port as the answers to calls, so that they arrive in order with them: whoever has seen a run resolve has
 * seen everything that it changed.
 */
export interface ChangeMessage {
  readonly change: PipelineChange;
}

export function isChangeMessage(data: unknown): data is ChangeMessage {
  return typeof data === 'object' && data !== null && 'change' in data;
}
