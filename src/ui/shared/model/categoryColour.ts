import type { CSSProperties } from 'react';

/** A category's colour: a hue, and how much lighter (or, negative, darker) it is than others. */
export interface CategoryColour {
  /** Degrees, 0..360, in oklch. */
  readonly hue: number;
  /** Added to the lightness in oklch. */
  readonly tone: number;
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

const TONES = [0, -0.12, 0.1] as const;
/** The golden angle keeps the hues of neighbours in a list far apart, however long it is. */
const GOLDEN_ANGLE_DEGREES = 137.508;

/** The colour that stands for category `index` on chips, bars and boxes alike. */
export function colourOf(index: number): CategoryColour {
  const chosen = VOC_COLOURS[index];
  if (chosen !== undefined) return chosen;
  const hue = Math.round((25 + Math.max(0, index) * GOLDEN_ANGLE_DEGREES) % 360);
  return { hue, tone: TONES[Math.max(0, index) % TONES.length] ?? 0 };
}

/** The same as the style of an element that carries `data-hue`. */
export function categoryColour(index: number): CSSProperties {
  const { hue, tone } = colourOf(index);
  return { '--hue': hue, '--tone': tone };
}
