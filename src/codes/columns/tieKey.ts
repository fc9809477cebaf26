/**
 * What orders photos of equal score: 64 bits, the smaller first. It is taken from the photo's id, so that the order is the same after a
 * reload, after an import and after removing others.
 */
export interface TieKey {
  readonly low: number;
  readonly high: number;
}

/**
 * The first 64 bits of a SHA-256: the order of keys is the order of ids. Among a million photos two keys are equal in one gallery of
 * thirty-seven million; then the order in which they were added decides.
 * @param id at least 16 hexadecimal digits
 * @throws RangeError when it does not begin so.
 */
export function tieKey(id: string): TieKey {
  if (!/^[0-9a-f]{16}/.test(id))
    throw new RangeError(`tieKey: got the id ${JSON.stringify(id)}, wanted one that begins with 16 hexadecimal digits`);
  return { high: Number.parseInt(id.slice(0, 8), 16), low: Number.parseInt(id.slice(8, 16), 16) };
}

export function byTieKey(a: TieKey, b: TieKey): number {
  return a.high - b.high || a.low - b.low;
}
