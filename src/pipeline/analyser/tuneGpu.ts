import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { OwnedDevice } from '../../gpu/device/device.ts';
import { type ProbedShape, probeConvolutions } from '../../gpu/device/probeConvolutions.ts';
import { type ConvolutionChoice, convolutionChoice } from '../../gpu/kernels/fusedConvolution/convolutionVariant.ts';
import { type AnalysisDifference, analysisDifference } from '../../network/analysisDifference.ts';
import { SEMANTIC_BITS } from '../../network/heads/photoAnalysis.ts';
import type { Network } from '../../network/network.ts';
import { probePicture } from './probePicture.ts';

const NAMES = {
  tiled: 'our tiled kernel',
  float16: 'our tiled kernel with weights in float16',
  registers: 'our kernel without barriers',
  tfjs: "tfjs's kernel",
} as const;

/** How many layer shapes each kernel won and what became of float16, in words for the diagnostics. */
export function tuningInWords(probed: readonly ProbedShape[], float16: string): string {
  const wins = new Map<string, number>();
  for (const { chosen } of probed) wins.set(NAMES[chosen], (wins.get(NAMES[chosen]) ?? 0) + 1);
  const won = [...wins].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${count} by ${name}`);
  const sources = new Set(
    probed.map(({ source }) => (source === 'timestamps' ? "the GPU's timestamps" : "the processor's clock")),
  );
  return probed.length === 0 ? '' : `${won.join(', ')}, measured by ${[...sources].join(' and ')}; float16: ${float16}`;
}

/**
 * Largest difference of a probability at which float16 still counts as the same: ten times what two orders of sums in float32 make of 64
 * photos (2.8e-6 between WASM and a Vulkan adapter), a hundredth of the 2e-3 that all backends have to keep to.
 */
const SAME_PROBABILITY = 2.5e-5;

/** What the float16 weights changed, as words; null when every bit of every code is the same, and every probability as good as. */
export function changedByFloat16({
  semanticBits,
  categoryBits,
  appearanceBits,
  regionAppearanceBits,
  probability,
  proposalProbability,
  winners,
}: AnalysisDifference): string | null {
  const bits =
    SEMANTIC_BITS.reduce((sum, length) => sum + semanticBits[length], 0) +
    categoryBits +
    appearanceBits +
    regionAppearanceBits;
  if (bits > 0) return `${bits} bits of the probe picture's codes`;
  if (winners > 0) return `the winning proposal of ${winners} categories`;
  const most = Math.max(probability, proposalProbability);
  // Written so that NaN is a change.
  return most <= SAME_PROBABILITY ? null : `a probability by ${most.toExponential(1)}`;
}

/** Whether float16 may take part, and why or why not in words. */
async function float16Verdict(
  { device }: OwnedDevice,
  network: Network,
  picture: RgbImage,
): Promise<{ readonly allowed: boolean; readonly words: string }> {
  const choice = convolutionChoice(device);
  const exact = await choice.with('tiled', () => network.analyse(picture));
  const half = await choice.with('float16', () => network.analyse(picture));
  const changed = changedByFloat16(analysisDifference(half.analysis, exact.analysis));
  return changed === null
    ? { allowed: true, words: 'gives the same codes' }
    : { allowed: false, words: `left out, it changes ${changed}` };
}

/** What was measured on an adapter, for the device that comes after a lost one: by its description. */
const measured = new Map<string, { readonly choice: ConvolutionChoice; readonly words: string }>();

/**
 * Sends a drawn picture through the network, which compiles what is not compiled yet and shows which layers there are, looks whether
 * weights in float16 leave its codes as they are, then measures who computes each layer fastest. Real adapters only: what is best on a
 * software one is known, and measuring takes it seconds. Once a page and adapter: a rebuilt engine goes by what was measured.
 * @returns what was found, for the diagnostics; empty where nothing was measured
 */
export async function tuneGpu(device: OwnedDevice, network: Network): Promise<string> {
  if (device.fallback) return '';
  const choice = convolutionChoice(device.device);
  const before = measured.get(device.description);
  if (before === undefined) {
    const words = await measuredTuning(device, network);
    measured.set(device.description, { choice, words });
    return words;
  }
  choice.settleAs(before.choice);
  return before.words;
}

/** `tuneGpu` on whatever adapter it is. @param budgetMs for the measurements */
export async function measuredTuning(device: OwnedDevice, network: Network, budgetMs?: number): Promise<string> {
  const picture = probePicture(416, 312);
  await network.analyse(picture);
  const float16 = await float16Verdict(device, network, picture);
  const probed = await probeConvolutions(device, {
    float16: float16.allowed,
    ...(budgetMs === undefined ? {} : { budgetMs }),
  });
  return tuningInWords(probed, float16.words);
}
