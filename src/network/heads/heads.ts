import type { UnitBoxes } from '../../base/image/box.ts';
import { checkFinite } from '../../base/weights/checkFinite.ts';
import type { WeightsFile } from '../../base/weights/safetensors.ts';
import { readTogether } from '../../gpu/dispatch/readTogether.ts';
import { crossHypothesisMaxPool } from '../../gpu/kernels/crossHypothesisMaxPool/crossHypothesisMaxPool.ts';
import { hashLayer } from '../../gpu/kernels/hashLayer/hashLayer.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { DETECTOR_TAPS } from '../backbone/detectorBoxes.ts';
import { LOGIT_CUT, photoRepresentation } from '../hashing/photoRepresentation.ts';
import { type Calibration, calibrated } from '../labels/calibration.ts';
import { intermediateFeature, labelLogits } from '../labels/labelBranch.ts';
import { regionHidden } from '../labels/regionHidden.ts';
import { regionEvidence } from '../spp/regionEvidence.ts';
import { regionFeatures } from '../spp/regionFeatures.ts';
import { type HeadsDescription, headsWeightShapes } from './headsDescription.ts';
import { SEMANTIC_BITS, type SemanticBits } from './photoAnalysis.ts';

/** What the heads make of one photo's maps and boxes; the boxes themselves stay with the caller. */
export interface HeadsOutput {
  /** Calibrated; the winner of a category has the photo's. // (N, C) */
  readonly proposalProbabilities: Float32Array;
  /** Calibrated, of the pooled logits. // (C,) */
  readonly probabilities: Float32Array;
  /** // (C,) */
  readonly winners: Int32Array;
  readonly semanticCodes: Readonly<Record<SemanticBits, Uint32Array>>;
  /** // (C · wordsPerCategory,) */
  readonly categoryCodes: Uint32Array;
}

/**
 * Makes further tensors, int32 or float32; they are read back together with the heads' own.
 * @param winners // (C,), int32 @param evidence the detection head's // (N, K), null where the backbone has none
 */
export type BesideHeads = (winners: tf.Tensor1D, evidence: tf.Tensor2D | null) => readonly tf.Tensor[];

export interface Heads {
  readonly description: HeadsDescription;
  readonly calibration: Calibration;
  /**
   * All of it is handed to the backend at once; on WebGPU nothing is read back before the end, and then once.
   * @param maps for each of `headsTaps(description)` // (h, w, channels); they stay the caller's
   * @param boxes // (N, 4), N ≥ 1; box 0 is the whole photo
   * @param beside what else is to be read back; given as `beside`, in the order of its tensors
   * @param said by the category's name; see `AnalyseOptions`
   */
  run(
    maps: Readonly<Record<string, tf.Tensor3D>>,
    boxes: UnitBoxes,
    beside?: BesideHeads,
    said?: Readonly<Record<string, 'present' | 'absent'>>,
  ): Promise<HeadsOutput & { readonly beside: readonly (Float32Array | Int32Array)[] }>;
  dispose(): void;
}

/** The taps that `Heads.run` reads: those that regions are pooled from, and the detection head's. */
export function headsTaps({ taps, detectorClasses }: Pick<HeadsDescription, 'taps' | 'detectorClasses'>): string[] {
  return [...new Set([...taps.map(({ tap }) => tap), ...(detectorClasses > 0 ? DETECTOR_TAPS : [])])];
}

/** The evidence alone, read back, for the training. @returns // (N, classes) @throws Error when a map of the detection head is missing. */
export async function evidenceOf(
  maps: Readonly<Record<string, tf.Tensor3D>>,
  boxes: UnitBoxes,
  classes: number,
): Promise<Float32Array> {
  const evidence = regionEvidence(maps, boxes, classes);
  try {
    return await evidence.data<'float32'>();
  } finally {
    evidence.dispose();
  }
}

/**
 * Logits of proposals on the scale of the photo's, which the calibration is for: each category's are moved by what its pooled one lies
 * from that of its winner, so that P_c = max_i p_ic. @param logits // (N, C) @param pooled @param winners // (C,)
 */
function besideThePhoto(logits: Float32Array, pooled: Float32Array, winners: Int32Array): Float32Array {
  const categories = pooled.length;
  const largest = pooled.map((_, c) => logits[winners[c]! * categories + c]!);
  return logits.map((logit, i) => logit - largest[i % categories]! + pooled[i % categories]!);
}

/** Pooled logits with a person's word in their place: as sure as a logit counts at all. // (C,) */
function withSaid(
  pooled: tf.Tensor1D,
  categories: readonly string[],
  said: Readonly<Record<string, 'present' | 'absent'>>,
): tf.Tensor1D {
  const words = categories.map((name) => said[name]);
  const open = words.map((word) => (word === undefined ? 1 : 0));
  const logits = words.map((word) => (word === undefined ? 0 : word === 'present' ? LOGIT_CUT : -LOGIT_CUT));
  return tf.add(tf.mul(pooled, tf.tensor1d(open)), tf.tensor1d(logits));
}

/**
 * Probabilities of numbers that are none look like any others, and WASM makes −∞ or 0 of them on the way.
 * @param logits // (N, C) @param pooled @param winners // (C,)
 * @throws Error naming the first number that cannot be.
 */
function checkOutputs(logits: Float32Array, pooled: Float32Array, winners: Int32Array): void {
  const strange = logits.find((logit) => !Number.isFinite(logit)) ?? pooled.find((logit) => !Number.isFinite(logit));
  if (strange !== undefined) throw new Error(`heads.run: got the logit ${strange}, wanted finite numbers`);
  const boxes = logits.length / pooled.length;
  const stray = winners.find((winner) => winner < 0 || winner >= boxes);
  if (stray !== undefined) throw new Error(`heads.run: got the winner ${stray} of ${boxes} boxes`);
}

/**
 * Uploads the weights to the current backend.
 * @throws Error naming the first tensor that is missing, has another shape or holds a number that is not finite.
 */
export function createHeads(description: HeadsDescription, file: WeightsFile): Heads {
  const shapes = headsWeightShapes(description);
  for (const [name, shape] of shapes) {
    const stored = file.tensors.get(name);
    if (stored === undefined || stored.shape.join() !== shape.join()) {
      throw new Error(
        `createHeads: tensor ${name} is ${stored === undefined ? 'missing' : `[${stored.shape.join(', ')}]`}, wanted [${shape.join(', ')}]`,
      );
    }
    checkFinite(`createHeads: tensor ${name}`, stored.values);
  }
  const tensors = new Map<string, tf.Tensor>();
  for (const [name, shape] of shapes)
    tensors.set(name, tf.keep(tf.tensor(file.tensors.get(name)!.values, [...shape], 'float32')));
  const get = <T extends tf.Tensor>(name: string): T => tensors.get(name)! as T;
  const calibration: Calibration = {
    slope: file.tensors.get('calibration.slope')!.values,
    offset: file.tensors.get('calibration.offset')!.values,
    gate: file.tensors.get('calibration.gate')!.values,
  };
  const labelBranch = {
    weight: get<tf.Tensor2D>('hidden.weight'),
    context: get<tf.Tensor2D>('hidden.context'),
    bias: get<tf.Tensor1D>('hidden.bias'),
    evidenceWeight: description.detectorClasses > 0 ? get<tf.Tensor2D>('evidence.weight') : null,
    labelWeight: get<tf.Tensor2D>('label.weight'),
    labelBias: get<tf.Tensor1D>('label.bias'),
  };

  const hiddenOf = (
    maps: Readonly<Record<string, tf.Tensor3D>>,
    boxes: UnitBoxes,
    evidence: tf.Tensor2D | null,
  ): tf.Tensor2D => {
    // A GPU would spend its time writing the pooled vectors and reading them back; elsewhere one large product is faster.
    if (tf.getBackend() === 'webgpu') return regionHidden(maps, boxes, evidence, description.taps, labelBranch);
    const pooledRegions = regionFeatures(maps, boxes, description.taps);
    return intermediateFeature(
      evidence === null ? pooledRegions : tf.concat2d([pooledRegions, evidence], 1),
      labelBranch,
    );
  };

  const forward = (
    maps: Readonly<Record<string, tf.Tensor3D>>,
    boxes: UnitBoxes,
    said: Readonly<Record<string, 'present' | 'absent'>>,
  ) => {
    const evidence = description.detectorClasses > 0 ? regionEvidence(maps, boxes, description.detectorClasses) : null;
    const hidden = hiddenOf(maps, boxes, evidence);
    const { presence, place } = labelLogits(hidden, evidence, description.placement, labelBranch);
    const { pooled, winners: surest } = crossHypothesisMaxPool(presence, description.poolTemperature);
    const winners = place === presence ? surest : crossHypothesisMaxPool(place, 0).winners;
    const features = tf.tanh<tf.Tensor2D>(
      tf.add(tf.matMul(hidden, get<tf.Tensor2D>('group.weight')), get('group.bias')),
    );
    const hashed = description.categories.some((name) => name in said)
      ? withSaid(pooled, description.categories, said)
      : pooled;
    const representation = photoRepresentation(presence, features, hashed);
    const trunk = tf.relu<tf.Tensor2D>(
      tf.add(tf.matMul(representation.semantic, get<tf.Tensor2D>('trunk.weight')), get('trunk.bias')),
    );
    return {
      evidence,
      logits: place,
      pooled,
      winners,
      category: hashLayer(
        representation.byCategory,
        get<tf.Tensor3D>('category.weight'),
        get<tf.Tensor2D>('category.bias'),
      ),
      semantic16: hashLayer(trunk, get<tf.Tensor2D>('semantic16.weight'), get<tf.Tensor1D>('semantic16.bias')),
      semantic32: hashLayer(trunk, get<tf.Tensor2D>('semantic32.weight'), get<tf.Tensor1D>('semantic32.bias')),
      semantic48: hashLayer(trunk, get<tf.Tensor2D>('semantic48.weight'), get<tf.Tensor1D>('semantic48.bias')),
      semantic64: hashLayer(trunk, get<tf.Tensor2D>('semantic64.weight'), get<tf.Tensor1D>('semantic64.bias')),
    };
  };

  return {
    description,
    calibration,
    async run(maps, boxes, beside = () => [], said = {}) {
      if (boxes.length < 4) throw new Error('heads.run: got no box, wanted the whole photo at least');
      const out = tf.tidy(() => {
        const { evidence, ...own } = forward(maps, boxes, said);
        return { ...own, beside: [...beside(own.winners, evidence)] };
      });
      try {
        const [logits, pooled, winners, category, ...packed] = await readTogether([
          out.logits,
          out.pooled,
          out.winners,
          out.category,
          ...SEMANTIC_BITS.map((bits) => out[`semantic${bits}`]),
          ...out.beside,
        ]);
        checkOutputs(logits as Float32Array, pooled as Float32Array, winners as Int32Array);
        const words = packed.slice(0, SEMANTIC_BITS.length).map((code) => Uint32Array.from(code));
        return {
          proposalProbabilities: calibrated(
            besideThePhoto(logits as Float32Array, pooled as Float32Array, winners as Int32Array),
            calibration,
          ),
          probabilities: calibrated(pooled as Float32Array, calibration),
          winners: winners as Int32Array,
          semanticCodes: { 16: words[0]!, 32: words[1]!, 48: words[2]!, 64: words[3]! },
          categoryCodes: Uint32Array.from(category!),
          beside: packed.slice(SEMANTIC_BITS.length),
        };
      } finally {
        tf.dispose(out);
      }
    },
    dispose() {
      for (const tensor of tensors.values()) tensor.dispose();
      tensors.clear();
    },
  };
}
