import type { CategoryChip, Region } from '../../../pipeline/api/pipeline.ts';
import { regionFromText, regionText } from './regionText.ts';
import type { SearchSubject } from './searchSubject.ts';

/** An object of a photo that a chip is bound to; without a region the whole photo. */
export interface BoundObject {
  readonly of: SearchSubject;
  readonly region: Region | null;
}

/** One line of a combined search: a category by its name, its role, and the object it should look like, if any. */
export interface CombineChip {
  readonly category: string;
  readonly role: CategoryChip['role'];
  readonly like: BoundObject | null;
}

const ROLES: readonly CombineChip['role'][] = ['all', 'any', 'none'];

/** A chip as it stands in an address: 'all:bicycle', or 'all:bicycle:photo:ID:x0,y0,x1,y1' for one object. */
export function chipText({ category, role, like }: CombineChip): string {
  const parts = [role, category];
  if (like !== null) {
    const { of, region } = like;
    parts.push(of.kind, of.kind === 'photo' ? of.id : of.key, region === null ? '' : regionText(region));
  }
  return parts.map(encodeURIComponent).join(':');
}

/** The chip of such a text; null for anything else. */
export function chipFromText(text: string): CombineChip | null {
  const parts = text.split(':').map(decoded);
  const [roleText, category, kind, key, region] = parts;
  const role = ROLES.find((one) => one === roleText);
  if (role === undefined || category === undefined || category === '') return null;
  if (kind === undefined) return { category, role, like: null };
  if (key === undefined || key === '') return null;
  const of: SearchSubject | null = kind === 'photo' ? { kind, id: key } : kind === 'file' ? { kind, key } : null;
  return of === null ? null : { category, role, like: { of, region: regionFromText(region ?? null) } };
}

/** Half an escape, typed or cut off, stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
