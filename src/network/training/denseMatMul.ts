import * as tf from '../../gpu/tfjs/tfjs.ts';

/**
 * Products whose gradients go through explicit transposes. tfjs's WASM backend multiplies plain matrices with SIMD but
 * falls back to a scalar loop where an operand is to be read transposed, as its own gradient of a product asks: a
 * training step took five times as long.
 */

type CustomArgument = tf.Tensor | tf.GradSaveFunc;

/** a·b for an `a` that nothing is learned through: its own gradient, as dear as the product, is left out. // (M, K)·(K, N) */
export function inputMatMul(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  const product = tf.customGrad((right: CustomArgument, save: CustomArgument) => {
    if (!(right instanceof tf.Tensor) || typeof save !== 'function') {
      throw new Error('inputMatMul: tfjs called the operation with other arguments than a tensor and a save function');
    }
    // Saved though it is no argument: an intermediate result would be gone by the time the gradient is taken.
    save([a]);
    return {
      value: tf.matMul(a, right),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => tf.matMul(tf.transpose(saved[0]!), dy),
    };
  });
  return product(b) as tf.Tensor2D;
}

/** The same values, through which nothing is learned. */
export function stopGradient<T extends tf.Tensor>(x: T): T {
  const stopped = tf.customGrad((input: CustomArgument) => {
    if (!(input instanceof tf.Tensor)) throw new Error('stopGradient: tfjs called the operation without a tensor');
    return { value: tf.clone(input), gradFunc: (dy: tf.Tensor) => tf.zerosLike(dy) };
  });
  return stopped(x) as T;
}

/** a·b with gradients to both. // (M, K)·(K, N) */
export function denseMatMul(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  const product = tf.customGrad((left: CustomArgument, right: CustomArgument, save: CustomArgument) => {
    if (!(left instanceof tf.Tensor) || !(right instanceof tf.Tensor) || typeof save !== 'function') {
      throw new Error(
        'denseMatMul: tfjs called the operation with other arguments than two tensors and a save function',
      );
    }
    save([left, right]);
    return {
      value: tf.matMul(left, right),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => [
        tf.matMul(dy, tf.transpose(saved[1]!)),
        tf.matMul(tf.transpose(saved[0]!), dy),
      ],
    };
  });
  return product(a, b) as tf.Tensor2D;
}
