import type { LabPlanes } from './lab.ts';
import { boxBlur } from './blur.ts';
import type { Scratch } from './scratch.ts';

/** How strongly a boundary runs through each pixel. */
export interface BoundaryMap {
  readonly width: number;
  readonly height: number;
  /** 0..1; // (height·width,) */
  readonly strength: Float32Array;
}

/**
 * Boundary strength without any learned number: at each scale the planes are averaged over (2r+1)² pixels and
 * differenced over ±s pixels; the squared differences of the three planes and both directions are summed. A step edge
 * answers at every scale, texture finer than a scale answers at the fine one alone, so the scales are averaged.
 */
const SCALES = [
  { blurRadius: 1, step: 1, weight: 0.5 },
  { blurRadius: 2, step: 2, weight: 0.5 },
] as const;

/** The gradient, in units of Lab/100, that counts as half a boundary. */
const HALF_STRENGTH = 0.12;

export function boundaryMap(lab: LabPlanes, scratch: Scratch): BoundaryMap {
  const { width, height } = lab;
  const size = width * height;
  const strength = scratch.float32(size);
  const blurred = scratch.float32(size);
  const energy = scratch.float32(size);
  for (const { blurRadius, step, weight } of SCALES) {
    energy.fill(0);
    for (const plane of [lab.lightness, lab.a, lab.b]) {
      boxBlur(plane, blurred, width, height, blurRadius, scratch);
      addGradientEnergy(blurred, energy, width, height, step);
    }
    for (let i = 0; i < size; i++) strength[i]! += weight * Math.sqrt(energy[i]!);
  }
  for (let i = 0; i < size; i++) {
    const gradient = strength[i]!;
    strength[i] = gradient / (gradient + HALF_STRENGTH);
  }
  return { width, height, strength };
}

/** Adds (p(x+s) − p(x−s))² + (p(y+s) − p(y−s))², with the border pixels repeated outside. */
function addGradientEnergy(plane: Float32Array, energy: Float32Array, width: number, height: number, step: number): void {
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - step) * width;
    const below = Math.min(height - 1, y + step) * width;
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const left = x < step ? 0 : x - step;
      const right = x + step >= width ? width - 1 : x + step;
      const dx = plane[row + right]! - plane[row + left]!;
      const dy = plane[below + x]! - plane[above + x]!;
      energy[row + x]! += dx * dx + dy * dy;
    }
  }
}
