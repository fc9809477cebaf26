const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;

/**
 * Sorts values by small whole numbers, equal ones in the order in which they are: least significant digit first, by counting, so that a
 * hundred thousand take a millisecond or two.
 * @param keys by place; overwritten // (N,)
 * @param values overwritten // (N,)
 * @param greatest that occurs among the keys
 * @returns both in order
 */
export function stableSort(
  keys: Uint32Array,
  values: Uint32Array,
  greatest: number,
): { readonly keys: Uint32Array; readonly values: Uint32Array } {
  let fromKeys: Uint32Array = keys;
  let fromValues: Uint32Array = values;
  let toKeys: Uint32Array = new Uint32Array(keys.length);
  let toValues: Uint32Array = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32 && greatest >>> shift > 0; shift += DIGIT_BITS) {
    const next = new Uint32Array(DIGITS + 1);
    for (let i = 0; i < fromKeys.length; i++) next[((fromKeys[i]! >>> shift) & (DIGITS - 1)) + 1]!++;
    // All have one digit: they are in order.
    if (next.includes(fromKeys.length, 1)) continue;
    for (let digit = 1; digit <= DIGITS; digit++) next[digit]! += next[digit - 1]!;
    for (let i = 0; i < fromKeys.length; i++) {
      const key = fromKeys[i]!;
      const at = next[(key >>> shift) & (DIGITS - 1)]!++;
      toKeys[at] = key;
      toValues[at] = fromValues[i]!;
    }
    [fromKeys, toKeys] = [toKeys, fromKeys];
    [fromValues, toValues] = [toValues, fromValues];
  }
  return { keys: fromKeys, values: fromValues };
}
