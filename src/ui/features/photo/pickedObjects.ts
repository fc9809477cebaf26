import type { Region } from '../../../pipeline/api/pipeline.ts';
import { overlapOf } from '../../shared/model/proposals.ts';

/** An object of the opened photo that is part of a search by several. */
export interface PickedObject {
  readonly region: Region;
  /** What it is called, as people write it. */
  readonly name: string;
}

/** Almost the same box is the same object. */
const SAME = 0.9;

/** With one more object; one that is there already is not added twice. */
export function withPicked(picked: readonly PickedObject[], object: PickedObject): readonly PickedObject[] {
  return isPicked(picked, object.region) ? picked : [...picked, object];
}

export function isPicked(picked: readonly PickedObject[], region: Region): boolean {
  return picked.some((one) => overlapOf(one.region, region) > SAME);
}
