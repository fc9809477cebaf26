import type { BackboneDescription } from './backboneDescription.ts';
import { GOOGLENET, GOOGLENET_BN } from './googlenet.ts';
import { NANODET_G } from './nanodetG.ts';

/** The networks that a person can choose from, the default first. */
export const BACKBONES: readonly BackboneDescription[] = [NANODET_G, GOOGLENET, GOOGLENET_BN];

/** @throws Error for a name that no description has. */
export function backboneNamed(name: string): BackboneDescription {
  const found = BACKBONES.find((description) => description.name === name);
  if (found === undefined) {
    throw new Error(
      `backboneNamed: got ${name}, wanted one of ${BACKBONES.map((description) => description.name).join(', ')}`,
    );
  }
  return found;
}
