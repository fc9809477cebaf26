import type { BackboneDescription } from './backboneDescription.ts';
import { GOOGLENET, GOOGLENET_BN } from './googlenet.ts';
import { NANODET_G } from './nanodetG.ts';
import { SSD_MOBILENET_V2 } from './ssdMobilenetV2.ts';

/** Every network that there is a description of, the default first. */
export const BACKBONES: readonly BackboneDescription[] = [NANODET_G, SSD_MOBILENET_V2, GOOGLENET, GOOGLENET_BN];

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

/**
 * The networks that `name` joins: one name, or several with `+` between them (nanodet-g+googlenet), in their order.
 * @throws Error for a name that no description has, or one that stands there twice.
 */
export function backbonesNamed(name: string): readonly BackboneDescription[] {
  const names = name.split('+');
  const twice = names.find((part, i) => names.indexOf(part) !== i);
  if (twice !== undefined) throw new Error(`backbonesNamed: got ${name}, wanted ${twice} once`);
  return names.map(backboneNamed);
}
