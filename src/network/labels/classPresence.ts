/**
 * How surely a photo holds each of the detection head's own classes, from its class logits alone: the smooth maximum over all cells of all
 * its maps, s_k = τ·log mean_i exp(z_ik / τ). One strong cell counts, and so do many that agree; cells of the finest map are most of them,
 * which keeps the stray large scores of the coarse maps down. Nothing of it is trained; a probability is one line of s for all classes.
 */

/** τ. Label mAP of the 45 categories outside the 20 that at least 8 of 412 photos hold, by 0 (the maximum) / .3 / .4 / .45 / .5 / .6: .671 / .696 / .704 / .703 / .700 / .691. */
export const PRESENCE_TEMPERATURE = 0.45;

/** One map's class logits, cell after cell. // (cells, K) */
export type ClassLogits = ArrayLike<number>;

/**
 * @param maps of all strides // (cells, K) each
 * @param classes K
 * @param temperature τ > 0
 * @returns // (K,)
 * @throws RangeError when a map is not made of whole cells, or there is no cell.
 */
export function classPresence(
  maps: readonly ClassLogits[],
  classes: number,
  temperature: number = PRESENCE_TEMPERATURE,
): Float32Array {
  const stray = maps.find((map) => map.length % classes !== 0);
  const cells = maps.reduce((sum, map) => sum + map.length, 0) / classes;
  if (stray !== undefined || cells === 0) {
    throw new RangeError(
      `classPresence: got ${stray === undefined ? 'no cell' : `${stray.length} logits`}, wanted cells of ${classes} classes`,
    );
  }
  const largest = new Float64Array(classes).fill(-Infinity);
  for (const map of maps) {
    for (let i = 0; i < map.length; i++) largest[i % classes] = Math.max(largest[i % classes]!, map[i]!);
  }
  const sums = new Float64Array(classes);
  for (const map of maps) {
    for (let i = 0; i < map.length; i++)
      sums[i % classes]! += Math.exp((map[i]! - largest[i % classes]!) / temperature);
  }
  return Float32Array.from(sums, (sum, k) => largest[k]! + temperature * Math.log(sum / cells));
}
