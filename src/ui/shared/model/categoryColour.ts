import type { CSSProperties } from 'react';

/** A category's colour: a hue, and how much lighter (or, negative, darker) it is than the others. */
export interface CategoryColour {
  /** Degrees, 0..360, in oklch. */
  readonly hue: number;
  /** Added to the lightness of oklch. */
  readonly tone: number;
}

/** Three tones: a hue alone does not tell twenty things apart, least of all for eyes that see two primaries. */
const TONES = [0, -0.12, 0.1] as const;
/** The golden angle keeps the hues of neighbours in the list far apart, however many categories there are. */
const GOLDEN_ANGLE_DEGREES = 137.508;

/** The colour that stands for category `index` on chips, bars and boxes alike. */
export function colourOf(index: number): CategoryColour {
  const known = VOC_COLOURS[index];
  if (known !== undefined) return known;
  return { hue: Math.round((25 + index * GOLDEN_ANGLE_DEGREES) % 360), tone: TONES[index % TONES.length] ?? 0 };
}

/** The same for an element that carries `data-hue`. */
export function categoryColour(index: number): CSSProperties {
  const { hue, tone } = colourOf(index);
  return { '--hue': hue, '--tone': tone };
}

const VOC_COLOURS: readonly CategoryColour[] = [];
