/** A share that was seen in some and is meant of many, with its interval. */
export interface Share {
  /** 0..1; null where nothing was seen. */
  readonly value: number | null;
  /** Ends of the interval, 0..1; 0 and 1 where nothing was seen. */
  readonly low: number;
  readonly high: number;
  /** How many were looked at. */
  readonly of: number;
}

/** Of the normal distribution, for 95 %. */
const Z = 1.959963984540054;

/**
 * A share of independent draws with the interval of Wilson (1927) for 95 %, which holds at 0 and 1 and for few draws, too.
 * @param yes how many of `of` were so
 * @throws RangeError when more were so than were looked at.
 */
export function wilsonShare(yes: number, of: number): Share {
  if (!(yes >= 0 && yes <= of)) throw new RangeError(`wilsonShare: got ${yes} of ${of}, wanted at most as many`);
  if (of === 0) return { value: null, low: 0, high: 1, of };
  const value = yes / of;
  const spread = (Z * Z) / of;
  const centre = (value + spread / 2) / (1 + spread);
  const half = (Z / (1 + spread)) * Math.sqrt((value * (1 - value)) / of + spread / (4 * of));
  return {
    value,
    low: yes === 0 ? 0 : Math.max(0, centre - half),
    high: yes === of ? 1 : Math.min(1, centre + half),
    of,
  };
}

/** A part of all, of which some were looked at. */
export interface Stratum {
  /** How many there are in this part. */
  readonly size: number;
  readonly yes: number;
  readonly of: number;
}

/**
 * The share in all parts together: each part's own, weighted by how many there are in it. The interval is that of the sum of the parts' Wilson
 * intervals by the method of variance estimates recovery (Zou and Donner 2008). A part of which nothing was looked at may be anything.
 */
export function stratifiedShare(strata: readonly Stratum[]): Share {
  const filled = strata.filter(({ size }) => size > 0);
  const total = filled.reduce((sum, { size }) => sum + size, 0);
  const of = filled.reduce((sum, stratum) => sum + stratum.of, 0);
  if (of === 0) return { value: null, low: 0, high: 1, of };
  let [value, below, above] = [0, 0, 0];
  for (const { size, yes, of } of filled) {
    const { value: known, low, high } = wilsonShare(yes, of);
    const [weight, own] = [size / total, known ?? 0.5];
    value += weight * own;
    below += (weight * (own - low)) ** 2;
    above += (weight * (high - own)) ** 2;
  }
  return { value, low: Math.max(0, value - Math.sqrt(below)), high: Math.min(1, value + Math.sqrt(above)), of };
}

/**
 * part / (part + rest) of two counts that are known with intervals, by the same method: what each count's own end does to the share, squared and
 * summed.
 * @param part and `rest`: a share of so many
 */
export function shareOfSums(
  part: { readonly size: number; readonly share: Share },
  rest: { readonly size: number; readonly share: Share },
): Share {
  const of = part.share.of + rest.share.of;
  const [a, b] = [part, rest].map(({ size, share }) => size * (share.value ?? 0));
  if (of === 0 || !(a! + b! > 0)) return { value: null, low: 0, high: 1, of };
  const [aLow, aHigh, bLow, bHigh] = [
    part.size * part.share.low,
    part.size * part.share.high,
    rest.size * rest.share.low,
    rest.size * rest.share.high,
  ];
  const toShare = (x: number, y: number): number => (x + y === 0 ? 0 : x / (x + y));
  const value = toShare(a!, b!);
  const low = value - Math.hypot(value - toShare(aLow, b!), value - toShare(a!, bHigh));
  const high = value + Math.hypot(toShare(aHigh, b!) - value, toShare(a!, bLow) - value);
  return { value, low: Math.max(0, low), high: Math.min(1, high), of };
}
