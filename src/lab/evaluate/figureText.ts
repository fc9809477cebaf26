/** A measure of 0..1 to three places; a dash where there was nothing to measure. */
export function figureText(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(3);
}
