import { layerShapes } from '../backbone/backboneDescription.ts';
import { backbonesNamed } from '../backbone/backbones.ts';
import { COCO_CLASSES } from '../backbone/cocoClasses.ts';
import { DETECTOR_TAPS } from '../backbone/detectorBoxes.ts';
import type { HeadsDescription } from '../heads/headsDescription.ts';

/**
 * What regions are pooled from, for each backbone, one bin a tap:
 * nanodet-g        the last maps of two strides, the neck's outputs, and the detector's class scores, which alone give 0.80 label mAP;
 *                  a 2×2 level on top gave nothing on 84 windows
 * ssd-mobilenetv2  its last map, and the class logits of the finest map of its detector, evidence of the 23 classes of Open Images
 * googlenet        the last modules of strides 16 and 32: .826 by a logistic regression on 1,500 + 600 photos, the last alone .820
 */
const HEAD_TAPS: Readonly<Record<string, readonly string[]>> = {
  'nanodet-g': ['stride16', 'stride32', 'head16', 'head32', 'scores8', 'scores16', 'scores32'],
  'ssd-mobilenetv2': ['mobile32', 'openImages16'],
  googlenet: ['inception_4e', 'inception_5b'],
  'googlenet-bn': ['inception_4e', 'inception_5b'],
};

/** Channels do not depend on the side of the input. */
const SIDE = 224;

/**
 * The part of the heads' description that follows from their backbone.
 * @param backbone one name or several, as `backbonesNamed` reads them
 * @throws Error for a name that no backbone has, or one that no taps are chosen for.
 */
export function headInputs(backbone: string): Pick<HeadsDescription, 'backbone' | 'taps' | 'detectorClasses'> {
  const parts = backbonesNamed(backbone);
  const taps = parts.flatMap((part) => {
    const chosen = HEAD_TAPS[part.name];
    if (chosen === undefined)
      throw new Error(`headInputs: no taps are chosen for ${part.name}, wanted some of ${part.taps.join(', ')}`);
    const shapes = layerShapes(part, SIDE, SIDE);
    return chosen.map((tap) => ({ tap, channels: shapes.get(tap)!.channels, levels: [1] }));
  });
  const detects = parts.some((part) => DETECTOR_TAPS.every((tap) => part.taps.includes(tap)));
  return { backbone, taps, detectorClasses: detects ? COCO_CLASSES.length : 0 };
}
