import type { OwnedDevice } from '../../gpu/device.ts';
import { probeConvolutions, type ProbedShape } from '../../gpu/kernels/fusedConvolution/probeConvolutions.ts';
import { rgbImage } from '../../image/rgbImage.ts';
import type { Network } from '../../network/network.ts';

const NAMES = { tiled: 'our tiled kernel', registers: 'our kernel without barriers', tfjs: "tfjs's kernel" } as const;

/** How many layer shapes each kernel won, in words for the diagnostics. */
export function tuningInWords(probed: readonly ProbedShape[]): string {
  const wins = new Map<string, number>();
  for (const { chosen } of probed) wins.set(NAMES[chosen], (wins.get(NAMES[chosen]) ?? 0) + 1);
  return [...wins].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${count} by ${name}`).join(', ');
}

/**
 * Sends a grey photo through the network, which compiles what is not compiled yet and shows which layers there are, then measures
 * who computes each of them fastest. Real adapters only: what is best on a software one is known, and measuring takes it seconds.
 * @returns what was found, for the diagnostics; empty where nothing was measured
 */
export async function tuneGpu(device: OwnedDevice, network: Network): Promise<string> {
  if (device.fallback) return '';
  const grey = rgbImage(416, 312, new Uint8Array(416 * 312 * 3).fill(128));
  await network.analyse(grey);
  return tuningInWords(await probeConvolutions(device));
}
