import * as tf from '../../gpu/tfjs/tfjs.ts';

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2). tfjs has Adam without the decay and with a
 * fixed learning rate; a training run here needs both to be free.
 */
export interface AdamW {
  /** One step down the gradients of the loss. @returns the loss */
  step(loss: () => tf.Scalar, learningRate: number): number;
  dispose(): void;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** Matrices decay, biases do not. */
export function adamW(variables: readonly tf.Variable[], weightDecay: number): AdamW {
  const zeros = (variable: tf.Variable): tf.Variable => tf.tidy(() => tf.variable(tf.zerosLike(variable), false));
  const moments = variables.map((variable) => ({
    variable,
    first: zeros(variable),
    second: zeros(variable),
    decay: variable.rank > 1 ? weightDecay : 0,
  }));
  let steps = 0;
  return {
    step(loss, learningRate) {
      steps++;
      const { value, grads } = tf.variableGrads(loss, [...variables]);
      const scale = (learningRate * Math.sqrt(1 - BETA2 ** steps)) / (1 - BETA1 ** steps);
      tf.tidy(() => {
        for (const { variable, first, second, decay } of moments) {
          const gradient = grads[variable.name];
          if (gradient === undefined) continue;
          first.assign(tf.add(tf.mul(first, BETA1), tf.mul(gradient, 1 - BETA1)));
          second.assign(tf.add(tf.mul(second, BETA2), tf.mul(tf.mul(gradient, gradient), 1 - BETA2)));
          const move = tf.div(tf.mul(first, scale), tf.add(tf.sqrt(second), EPSILON));
          variable.assign(tf.sub(tf.mul(variable, 1 - learningRate * decay), move));
        }
      });
      const result = value.dataSync()[0]!;
      tf.dispose([value, grads]);
      return result;
    },
    dispose() {
      for (const { first, second } of moments) tf.dispose([first, second]);
    },
  };
}

/** Half a cosine from `peak` to 0. `progress` 0..1 */
export function cosineRate(peak: number, progress: number): number {
  return peak * 0.5 * (1 + Math.cos(Math.PI * progress));
}
