import type { NamedArray } from '../../base/weights/safetensors.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { type HeadsDescription, headsWeightShapes } from '../heads/headsDescription.ts';
import type { Random } from './random.ts';

/** The trained tensors of the heads as variables, under the names of their file. */
export interface HeadsVariables {
  readonly description: HeadsDescription;
  get<T extends tf.Tensor>(name: string): T;
  /** All variables whose names begin with one of `prefixes`. */
  named(...prefixes: string[]): tf.Variable[];
  /** All of them, so that training can go on from there. */
  read(): Map<string, NamedArray>;
  /** Takes up the tensors of an earlier `read`; variables that are not among them stay as they are. */
  assign(tensors: ReadonlyMap<string, NamedArray>): void;
  dispose(): void;
}

let created = 0;

/** Weights uniform in ±1 / √inputs; biases 0. Begun √3 larger, the label branch ends at .843 label mAP instead of .852. */
function initial(shape: readonly number[], random: Random): Float32Array {
  const size = shape.reduce((product, side) => product * side, 1);
  const values = new Float32Array(size);
  if (shape.length < 2) return values;
  const limit = 1 / Math.sqrt(shape[shape.length - 2]!);
  for (let i = 0; i < size; i++) values[i] = (random.next() * 2 - 1) * limit;
  return values;
}

export function createHeadsVariables(description: HeadsDescription, random: Random): HeadsVariables {
  const shapes = new Map(headsWeightShapes(description));
  for (const name of [...shapes.keys()]) {
    // Calibration is fitted, not trained.
    if (name.startsWith('calibration.')) shapes.delete(name);
  }
  const serial = ++created;
  const variables = new Map<string, tf.Variable>();
  for (const [name, shape] of shapes) {
    // A category's bias starts as zeros too, though the biases of all categories are a matrix.
    // Evidence counts for nothing until it is set.
    const values =
      name === 'category.bias' || name === 'evidence.weight'
        ? new Float32Array(shape[0]! * shape[1]!)
        : initial(shape, random);
    variables.set(
      name,
      tf.tidy(() => tf.variable(tf.tensor(values, [...shape]), true, `heads${serial}/${name}`)),
    );
  }
  return {
    description,
    get<T extends tf.Tensor>(name: string): T {
      const variable = variables.get(name);
      if (variable === undefined)
        throw new Error(`headsVariables: got ${name}, wanted one of ${[...variables.keys()].join(', ')}`);
      // The shape table gives each name its rank.
      return variable as tf.Tensor as T;
    },
    named: (...prefixes) =>
      [...variables]
        .filter(([name]) => prefixes.some((prefix) => name.startsWith(prefix)))
        .map(([, variable]) => variable),
    read: () =>
      new Map(
        [...variables].map(([name, variable]) => [
          name,
          { shape: variable.shape, values: Float32Array.from(variable.dataSync()) },
        ]),
      ),
    assign(tensors) {
      for (const [name, variable] of variables) {
        const stored = tensors.get(name);
        if (stored === undefined) continue;
        const tensor = tf.tensor(stored.values, variable.shape);
        variable.assign(tensor);
        tensor.dispose();
      }
    },
    dispose() {
      for (const variable of variables.values()) variable.dispose();
    },
  };
}
