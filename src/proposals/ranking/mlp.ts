import type { NamedArray, WeightsFile } from '../../base/weights/safetensors.ts';

/** A small fully connected network: each layer but the last is followed by max(0, x). */
export interface Mlp {
  readonly inputs: number;
  readonly layers: readonly MlpLayer[];
}

export interface MlpLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** // (outputs, inputs) */
  readonly weights: Float32Array;
  /** // (outputs,) */
  readonly bias: Float32Array;
}

/**
 * Reads `${prefix}.0.weight`, `${prefix}.0.bias`, `${prefix}.1.weight` and so on.
 * @throws Error naming the first tensor that is missing or whose shape does not follow from the one before.
 */
export function readMlp(file: WeightsFile, prefix: string, inputs: number, outputs: number): Mlp {
  const layers: MlpLayer[] = [];
  let width = inputs;
  for (let k = 0; k === 0 || file.tensors.has(`${prefix}.${k}.weight`); k++) {
    const weight = tensor(file, `${prefix}.${k}.weight`);
    const bias = tensor(file, `${prefix}.${k}.bias`);
    const rows = weight.shape[0] ?? 0;
    if (weight.shape.length !== 2 || weight.shape[1] !== width) {
      throw new Error(`readMlp: ${prefix}.${k}.weight is [${weight.shape.join(', ')}], wanted [outputs, ${width}]`);
    }
    if (bias.shape.length !== 1 || bias.shape[0] !== rows) {
      throw new Error(`readMlp: ${prefix}.${k}.bias is [${bias.shape.join(', ')}], wanted [${rows}]`);
    }
    layers.push({ inputs: width, outputs: rows, weights: weight.values, bias: bias.values });
    width = rows;
  }
  if (width !== outputs) throw new Error(`readMlp: ${prefix} ends in ${width} outputs, wanted ${outputs}`);
  return { inputs, layers };
}

function tensor(file: WeightsFile, name: string): NamedArray {
  const found = file.tensors.get(name);
  if (found === undefined) throw new Error(`readMlp: the weights lack ${name}`);
  return found;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
