import type { Estimate } from '../../../pipeline/api/qualityVerbs.ts';
import { say } from '../../shared/language/say.ts';
import { spokenName } from '../../shared/model/spokenName.ts';

const NOTHING = '–';

/** 0..1 with three digits. */
export function share(value: number | null): string {
  return value === null ? NOTHING : say.decimal(value, 3);
}

export function interval({ value, low, high }: Estimate): string {
  return value === null ? NOTHING : say.quality.from(say.decimal(low, 2), say.decimal(high, 2));
}

/** A category as people say it. @param name as the network and the labels have it */
export function spoken(name: string): string {
  return say.category(spokenName(name));
}
