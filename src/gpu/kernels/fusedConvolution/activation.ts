/** By tfjs's names; 'relu6' is min(max(v, 0), 6). */
export type Activation = 'linear' | 'relu' | 'relu6' | 'leakyrelu';

/** Every activation here is f(v) = min(v ≥ 0 ? v : slope·v, most). */
export interface Clamp {
  /** Factor of what is below zero. */
  readonly slope: number;
  /** Largest number that comes out; not given where there is no limit. */
  readonly most?: number;
}

/** The largest number of float32, for a shader: WGSL need not know infinity. */
export const NO_LIMIT = 3.4028234663852886e38;

/** @param alpha slope of 'leakyrelu' */
export function clampOf(activation: Activation, alpha: number): Clamp {
  switch (activation) {
    case 'linear':
      return { slope: 1 };
    case 'relu':
      return { slope: 0 };
    case 'relu6':
      return { slope: 0, most: 6 };
    case 'leakyrelu':
      return { slope: alpha };
  }
}

export function clamped(value: number, { slope, most = Infinity }: Clamp): number {
  return Math.min(value >= 0 ? value : value * slope, most);
}
