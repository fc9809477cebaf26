import type { CSSProperties } from 'react';

/** A category's colour: a hue, how much lighter (or, negative, darker) and how much paler it is than others. */
export interface CategoryColour {
  /** Degrees, 0..360, in oklch. */
  readonly hue: number;
  /** Added to the lightness in oklch. */
  readonly tone: number;
  /** Multiplies the chroma in oklch; 1 where it is left out. */
  readonly chroma?: number;
}

/**
 * The colours of PASCAL VOC's twenty categories, in their order: of 24 hues and three tones those that keep the pairs
 * that photos show together furthest apart, for eyes that lack one kind of cone as well (see the test for the figures).
 */
const VOC_COLOURS: readonly CategoryColour[] = [
  { hue: 50, tone: 0.1 }, // aeroplane
  { hue: 320, tone: -0.12 }, // bicycle
  { hue: 155, tone: 0 }, // bird
  { hue: 320, tone: 0.1 }, // boat
  { hue: 260, tone: 0 }, // bottle
  { hue: 305, tone: 0 }, // bus
  { hue: 65, tone: 0 }, // car
  { hue: 260, tone: 0.1 }, // cat
  { hue: 275, tone: -0.12 }, // chair
  { hue: 95, tone: 0.1 }, // cow
  { hue: 140, tone: 0.1 }, // dining table
  { hue: 20, tone: 0.1 }, // dog
  { hue: 170, tone: 0.1 }, // horse
  { hue: 200, tone: 0 }, // motorbike
  { hue: 35, tone: -0.12 }, // person
  { hue: 350, tone: 0 }, // potted plant
  { hue: 230, tone: -0.12 }, // sheep
  { hue: 125, tone: 0 }, // sofa
  { hue: 185, tone: -0.12 }, // train
  { hue: 200, tone: 0.1 }, // TV or monitor
];

/**
 * The colours of COCO's sixty other categories, in COCO's order. The same is asked of them for the pairs that occur
 * together most often in 412 COCO photos, cups and bowls, bats and balls; so many need pale colours, too.
 */
const COCO_COLOURS: readonly CategoryColour[] = [
  { hue: 320, tone: -0.2 }, // truck
  { hue: 204, tone: 0.1 }, // traffic light
  { hue: 264, tone: 0 }, // fire hydrant
  { hue: 88, tone: 0.1 }, // stop sign
  { hue: 336, tone: -0.2, chroma: 0.4 }, // parking meter
  { hue: 264, tone: -0.2 }, // bench
  { hue: 152, tone: 0.1, chroma: 0.4 }, // elephant
  { hue: 304, tone: -0.12, chroma: 0.4 }, // bear
  { hue: 144, tone: 0.1, chroma: 0.4 }, // zebra
  { hue: 264, tone: -0.12 }, // giraffe
  { hue: 304, tone: 0 }, // backpack
  { hue: 320, tone: -0.12, chroma: 0.4 }, // umbrella
  { hue: 40, tone: -0.2 }, // handbag
  { hue: 160, tone: 0, chroma: 0.4 }, // tie
  { hue: 104, tone: 0.1 }, // suitcase
  { hue: 328, tone: -0.2 }, // frisbee
  { hue: 272, tone: -0.12 }, // skis
  { hue: 192, tone: 0.1, chroma: 0.4 }, // snowboard
  { hue: 328, tone: -0.2, chroma: 0.4 }, // sports ball
  { hue: 344, tone: -0.2, chroma: 0.4 }, // kite
  { hue: 40, tone: 0 }, // baseball bat
  { hue: 120, tone: 0.1, chroma: 0.4 }, // baseball glove
  { hue: 296, tone: -0.12, chroma: 0.4 }, // skateboard
  { hue: 256, tone: -0.12 }, // surfboard
  { hue: 184, tone: 0.1, chroma: 0.4 }, // tennis racket
  { hue: 64, tone: 0 }, // wine glass
  { hue: 96, tone: 0.1 }, // cup
  { hue: 312, tone: -0.12, chroma: 0.4 }, // fork
  { hue: 48, tone: -0.2 }, // knife
  { hue: 88, tone: 0, chroma: 0.4 }, // spoon
  { hue: 272, tone: -0.2 }, // bowl
  { hue: 112, tone: 0 }, // banana
  { hue: 32, tone: -0.2 }, // apple
  { hue: 168, tone: -0.12, chroma: 0.4 }, // sandwich
  { hue: 248, tone: 0 }, // orange
  { hue: 352, tone: -0.2, chroma: 0.4 }, // broccoli
  { hue: 344, tone: 0 }, // carrot
  { hue: 328, tone: 0 }, // hot dog
  { hue: 280, tone: -0.2 }, // pizza
  { hue: 296, tone: 0.1, chroma: 0.4 }, // donut
  { hue: 320, tone: -0.2, chroma: 0.4 }, // cake
  { hue: 288, tone: 0 }, // bed
  { hue: 80, tone: 0.1 }, // toilet
  { hue: 352, tone: 0 }, // laptop
  { hue: 56, tone: -0.2 }, // mouse
  { hue: 344, tone: -0.12, chroma: 0.4 }, // remote
  { hue: 288, tone: -0.2 }, // keyboard
  { hue: 352, tone: -0.12, chroma: 0.4 }, // cell phone
  { hue: 136, tone: 0, chroma: 0.4 }, // microwave
  { hue: 248, tone: -0.12 }, // oven
  { hue: 96, tone: 0 }, // toaster
  { hue: 136, tone: 0.1, chroma: 0.4 }, // sink
  { hue: 312, tone: -0.2, chroma: 0.4 }, // refrigerator
  { hue: 0, tone: -0.2, chroma: 0.4 }, // book
  { hue: 248, tone: 0.1 }, // clock
  { hue: 16, tone: -0.12, chroma: 0.4 }, // vase
  { hue: 224, tone: 0.1 }, // scissors
  { hue: 304, tone: -0.2, chroma: 0.4 }, // teddy bear
  { hue: 256, tone: -0.2 }, // hair drier
  { hue: 48, tone: 0 }, // toothbrush
];

const CHOSEN = [...VOC_COLOURS, ...COCO_COLOURS];

const TONES = [0, -0.12, 0.1] as const;
/** The golden angle keeps the hues of neighbours in a list far apart, however long it is. */
const GOLDEN_ANGLE_DEGREES = 137.508;

/** The colour that stands for category `index` on chips, bars and boxes alike. */
export function colourOf(index: number): CategoryColour {
  const chosen = CHOSEN[index];
  if (chosen !== undefined) return chosen;
  const hue = Math.round((25 + Math.max(0, index) * GOLDEN_ANGLE_DEGREES) % 360);
  return { hue, tone: TONES[Math.max(0, index) % TONES.length] ?? 0 };
}

/** The same as the style of an element that carries `data-hue`. */
export function categoryColour(index: number): CSSProperties {
  const { hue, tone, chroma = 1 } = colourOf(index);
  return { '--hue': hue, '--tone': tone, '--chroma': chroma };
}
