import type { Region } from '../../../pipeline/api/pipeline.ts';
import { regionFromText, regionText } from './regionText.ts';
import type { SearchSubject } from './searchSubject.ts';

/** An object of a photo that a chip is bound to; without a region the whole photo. */
export interface BoundObject {
  readonly of: SearchSubject;
  readonly region: Region | null;
}

/** `only`: it is there, and nothing that has no chip of its own. */
export const CHIP_ROLES = ['all', 'any', 'none', 'only'] as const;
export type ChipRole = (typeof CHIP_ROLES)[number];

/** A category by its name as people write it, its role, and the object it should look like, if any. */
export interface AskChip {
  readonly category: string;
  readonly role: ChipRole;
  readonly like: BoundObject | null;
}

/** A chip as it stands in an address: 'all:bicycle', or 'all:bicycle:photo:ID:x0,y0,x1,y1' for one object. */
export function chipText({ category, role, like }: AskChip): string {
  return [role, category, ...(like === null ? [] : objectParts(like))].map(encoded).join(':');
}

/** The chip of such a text; null for anything else. */
export function chipFromText(text: string): AskChip | null {
  const [roleText, category, ...object] = text.split(':').map(decoded);
  const role = CHIP_ROLES.find((one) => one === roleText);
  if (role === undefined || category === undefined || category === '') return null;
  if (object.length === 0) return { category, role, like: null };
  const like = objectFromParts(object);
  return like === null ? null : { category, role, like };
}

/** An object as it stands in an address: 'photo:ID:x0,y0,x1,y1', the region empty for the whole photo. */
export function objectText(object: BoundObject): string {
  return objectParts(object).map(encoded).join(':');
}

export function objectFromText(text: string): BoundObject | null {
  return objectFromParts(text.split(':').map(decoded));
}

function objectParts({ of, region }: BoundObject): string[] {
  return [of.kind, of.kind === 'photo' ? of.id : of.key, region === null ? '' : regionText(region)];
}

function objectFromParts([kind, key, region]: readonly string[]): BoundObject | null {
  if (key === undefined || key === '') return null;
  const of: SearchSubject | null = kind === 'photo' ? { kind, id: key } : kind === 'file' ? { kind, key } : null;
  return of === null ? null : { of, region: regionFromText(region ?? null) };
}

/** Half of a surrogate pair cannot be escaped. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** Half an escape, typed or cut off, stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
