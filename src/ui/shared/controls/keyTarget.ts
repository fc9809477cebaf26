/**
 * Where an arrow key, Home or End leads from item `index` of `count`; null for any other key. `vertical` says where a
 * step up (−1) or down (1) leads; it is null where there is no up and down.
 */
export function keyTarget(
  key: string,
  index: number,
  count: number,
  vertical: ((step: -1 | 1) => number) | null,
): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'ArrowRight':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return vertical === null ? null : vertical(-1);
    case 'ArrowDown':
      return vertical === null ? null : vertical(1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
