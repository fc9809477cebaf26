import { INSTANCE_EPSILON } from '../../gpu/kernels/instanceRepresentation/instanceRepresentation.reference.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { LOGIT_CUT, LOGIT_SCALE } from '../hashing/photoRepresentation.ts';
import { SEMANTIC_BITS, type SemanticBits } from '../heads/photoAnalysis.ts';
import { denseMatMul, inputMatMul, stopGradient } from './denseMatMul.ts';
import type { HeadsVariables } from './headsVariables.ts';

/** The heads' forward pass over a batch of B photos of n proposals each: what `network/heads.ts` does for one photo. */

/** A mask that drops each value with probability `rate` and scales the rest up; null drops nothing. */
export type Dropout = ((shape: number[]) => tf.Tensor) | null;

export interface RegionPass {
  /** // (B, n, C) */
  readonly logits: tf.Tensor3D;
  /** Smooth maximum over proposals, as the network takes it. // (B, C) */
  readonly pooled: tf.Tensor2D;
  /** f_c // (B, C, d) */
  readonly groups: tf.Tensor3D;
}

/** @param features standardised, the whole photo first // (B, n, S) */
export function regionPass(features: tf.Tensor3D, heads: HeadsVariables, dropout: Dropout): RegionPass {
  const [photos, proposals, length] = features.shape;
  const { hidden: width, groupWidth, categories, detectorClasses, poolTemperature } = heads.description;
  const flat = features.reshape<tf.Tensor2D>([photos * proposals, length]);
  const whole = features.slice([0, 0, 0], [photos, 1, length]).reshape<tf.Tensor2D>([photos, length]);
  const scene = tf
    .add(inputMatMul(whole, heads.get<tf.Tensor2D>('hidden.context')), heads.get('hidden.bias'))
    .reshape([photos, 1, width]);
  const local = inputMatMul(flat, heads.get<tf.Tensor2D>('hidden.weight')).reshape([photos, proposals, width]);
  const active = tf.relu(tf.add(local, scene));
  const hidden = (dropout ? tf.mul(active, dropout([photos, proposals, width])) : active).reshape<tf.Tensor2D>([
    photos * proposals,
    width,
  ]);
  const dense = (name: string, outputs: number, product: typeof denseMatMul): tf.Tensor3D =>
    tf
      .add(product(hidden, heads.get<tf.Tensor2D>(`${name}.weight`)), heads.get(`${name}.bias`))
      .reshape([photos, proposals, outputs]);
  const evidenceLogits = (): tf.Tensor => {
    const evidence = flat.slice([0, length - detectorClasses], [photos * proposals, detectorClasses]);
    return inputMatMul(evidence, heads.get<tf.Tensor2D>('evidence.weight')).reshape([
      photos,
      proposals,
      categories.length,
    ]);
  };
  const hiddenLogits = dense('label', categories.length, denseMatMul);
  const logits = detectorClasses === 0 ? hiddenLogits : tf.add<tf.Tensor3D>(hiddenLogits, evidenceLogits());
  // What follows is for the hash layers, whose losses end here.
  const groupFeatures = tf.tanh<tf.Tensor3D>(dense('group', groupWidth, inputMatMul));
  const p = stopGradient(tf.sigmoid(logits));
  const sums = tf.add(tf.sum(p, 1), INSTANCE_EPSILON).reshape([photos, categories.length, 1]);
  return {
    logits,
    pooled: stopGradient(smoothMaximum(logits, poolTemperature)),
    groups: tf.div(tf.matMul(p, groupFeatures, true, false), sums),
  };
}

/** τ·(log Σ_i exp(z_i / τ) − log n): between the mean and the maximum over proposals, which it is for τ = 0. @param logits // (B, n, C) */
export function smoothMaximum(logits: tf.Tensor3D, temperature: number): tf.Tensor2D {
  if (temperature === 0) return tf.max(logits, 1);
  const scaled = tf.logSumExp(tf.div(logits, temperature), 1);
  return tf.mul(tf.sub(scaled, Math.log(logits.shape[1])), temperature);
}

/** What the hash layers see; `pooled` // (B, C) and `groups` // (B, C, d) as `regionPass` gives them, or noisy ones. */
export interface HashInputs {
  readonly pooled: tf.Tensor2D;
  readonly groups: tf.Tensor3D;
}

export interface RelaxedCodes {
  /** −1..1 // (B, q) for each length */
  readonly semantic: Readonly<Record<SemanticBits, tf.Tensor2D>>;
  /** −1..1 // (C, B, q_c) */
  readonly category: tf.Tensor3D;
}

/** What training does to the inputs of the semantic layer. */
export interface SemanticDropout {
  readonly dropout: Dropout;
  /** A factor on all groups of a photo. // (B, 1) */
  readonly shown: tf.Tensor2D;
  /** Added to its groups. // (B, C, d) */
  readonly noise: tf.Tensor3D;
}

export function hashPass(
  { pooled, groups }: HashInputs,
  heads: HeadsVariables,
  training: SemanticDropout | null,
): RelaxedCodes {
  const [photos, categories, width] = groups.shape;
  const present = tf.sigmoid(pooled);
  const cut = tf.mul(tf.clipByValue(pooled, -LOGIT_CUT, LOGIT_CUT), LOGIT_SCALE);
  const seenGroups = training ? tf.mul(tf.add(groups, training.noise), training.shown.reshape([photos, 1, 1])) : groups;
  const weighted = tf
    .mul(seenGroups, present.reshape([photos, categories, 1]))
    .reshape<tf.Tensor2D>([photos, categories * width]);
  const seen = tf.concat2d([weighted, tf.sub(tf.mul<tf.Tensor2D>(present, 2), 1), cut as tf.Tensor2D], 1);
  const dropped = (x: tf.Tensor2D): tf.Tensor2D => (training?.dropout ? tf.mul(x, training.dropout(x.shape)) : x);
  // The last stage, which alone hands over `training`, learns nothing through its inputs.
  const product = training ? inputMatMul : denseMatMul;
  const trunk = dropped(
    tf.relu(tf.add(product(dropped(seen), heads.get<tf.Tensor2D>('trunk.weight')), heads.get('trunk.bias'))),
  );
  const code = (bits: SemanticBits): tf.Tensor2D =>
    tf.tanh(
      tf.add(denseMatMul(trunk, heads.get<tf.Tensor2D>(`semantic${bits}.weight`)), heads.get(`semantic${bits}.bias`)),
    );
  const [b16, b32, b48, b64] = SEMANTIC_BITS.map(code);
  const byCategory = tf.transpose(tf.concat([groups, cut.reshape([photos, categories, 1])], 2), [1, 0, 2]);
  const bias = heads.get('category.bias').reshape([categories, 1, heads.description.bitsPerCategory]);
  return {
    semantic: { 16: b16!, 32: b32!, 48: b48!, 64: b64! },
    category: tf.tanh(tf.add(tf.matMul(byCategory, heads.get<tf.Tensor3D>('category.weight')), bias)),
  };
}
