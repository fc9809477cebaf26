/**
 * Near to far in colours whose lightness falls evenly (the stops of magma, van der Walt and Smith 2015, CC0, from light
 * to dark), so that the order can be read without colour, too. sRGB, 0..255
 */
const STOPS: readonly (readonly [number, number, number])[] = [
  [252, 253, 191],
  [254, 194, 135],
  [252, 137, 97],
  [229, 80, 100],
  [182, 54, 121],
  [129, 37, 129],
  [80, 18, 123],
  [29, 17, 71],
];

/** The colour at a share 0..1 of the way from near to far; values outside are clamped. */
export function rampColour(share: number): readonly [red: number, green: number, blue: number] {
  const place = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
  const below = Math.min(STOPS.length - 2, Math.floor(place));
  const from = STOPS[below]!;
  const to = STOPS[below + 1]!;
  const between = place - below;
  const mixed = (channel: 0 | 1 | 2) => Math.round(from[channel] + (to[channel] - from[channel]) * between);
  return [mixed(0), mixed(1), mixed(2)];
}

/** The same ramp for a style sheet, near on the left. */
export const RAMP_GRADIENT = `linear-gradient(to right, ${STOPS.map((stop) => `rgb(${stop.join(' ')})`).join(', ')})`;
