import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { NO_OVERLAY, type Route, searchBase } from '../../shared/route/route.ts';
import type { PickedObject } from './pickedObjects.ts';

/** Photos with something like each of these objects of one photo; those that hold all of them come first. */
export function severalRoute(id: PhotoId, [first, ...others]: readonly PickedObject[]): Route {
  const of = { kind: 'photo', id } as const;
  const base = searchBase(of, first?.region ?? null);
  return { base: { ...base, more: others.map(({ region }) => ({ of, region })) }, overlay: NO_OVERLAY };
}
