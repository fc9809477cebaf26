import type { OnnxNode } from './onnx.ts';

/** The tensors of one convolution of a graph, by name. */
export interface OnnxConvolution {
  readonly weight: string;
  readonly bias: string | null;
  /** The batch normalisation right after it. */
  readonly batchNorm: {
    readonly scale: string;
    readonly shift: string;
    readonly mean: string;
    readonly variance: string;
    readonly epsilon: number;
  } | null;
  /** The operator that reads its result, after the normalisation; null where there is none. */
  readonly next: string | null;
}

/** Of ONNX's BatchNormalization where the node does not say it. */
const DEFAULT_EPSILON = 1e-5;

/** The convolutions of a graph in its order, each with the normalisation that exporters did not fold into it. */
export function onnxConvolutions(nodes: readonly OnnxNode[]): OnnxConvolution[] {
  const readerOf = (output: string): OnnxNode | undefined => nodes.find(({ inputs }) => inputs.includes(output));
  return nodes
    .filter(({ operator }) => operator === 'Conv')
    .map((node): OnnxConvolution => {
      const [, weight = '', bias = ''] = node.inputs;
      const reader = readerOf(node.output);
      const plain = { weight, bias: bias === '' ? null : bias };
      if (reader?.operator !== 'BatchNormalization')
        return { ...plain, batchNorm: null, next: reader?.operator ?? null };
      const [, scale = '', shift = '', mean = '', variance = ''] = reader.inputs;
      const epsilon = reader.floats['epsilon'] ?? DEFAULT_EPSILON;
      return {
        ...plain,
        batchNorm: { scale, shift, mean, variance, epsilon },
        next: readerOf(reader.output)?.operator ?? null,
      };
    });
}
