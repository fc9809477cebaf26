import { say } from '../../shared/language/say.ts';

/** A stage of the training in words. @param stage as the training names it */
export function stageName(stage: string): string {
  const { stages } = say.training;
  const part = /^labels (\d+)$/.exec(stage)?.[1];
  if (part !== undefined) return stages.labels(part);
  if (stage === 'groups') return stages.groups;
  return stage === 'hashes' ? stages.hashes : stages.calibration;
}
