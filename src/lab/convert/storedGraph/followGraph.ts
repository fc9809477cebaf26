import type { NamedArray } from '../../../base/weights/safetensors.ts';
import {
  type BackboneDescription,
  INPUT,
  type Layer,
  layerShapes,
  paddingOf,
  sourcesOf,
} from '../../../network/backbone/backboneDescription.ts';
import type { GraphNode, StoredGraph } from './graphModel.ts';

/**
 * Follows a stored NCHW graph and a description from the taps back to the input, side by side, checks that each layer
 * says what the graph computes, and collects the weights under the description's names.
 *
 * Transposes only change the order in memory and are skipped. A Pad becomes the padding of the convolution or pooling
 * after it. An Add of a constant becomes a bias, a LeakyRelu an activation, a SplitV a convolution of fewer outputs.
 */
interface Followed {
  readonly node: GraphNode;
  readonly padding: readonly [number, number];
  readonly bias: NamedArray | null;
  readonly leaky: number | null;
  /** Outputs [begin, end) of a SplitV, or null for all. */
  readonly outputs: readonly [number, number] | null;
}

function follow(graph: StoredGraph, reference: string): Followed {
  let padding: readonly [number, number] = [0, 0];
  let bias: NamedArray | null = null;
  let leaky: number | null = null;
  let outputs: readonly [number, number] | null = null;
  let at = reference;
  for (;;) {
    const [name, output = '0'] = at.split(':') as [string, string?];
    const node = graph.nodes.get(name);
    if (node === undefined) throw new Error(`followGraph: ${name} is no node of the stored graph`);
    const [first = '', second = ''] = node.input ?? [];
    const constant = graph.constants.get(second);
    if (node.op === 'Pad' || node.op === 'PadV2') {
      // NCHW, (4, 2): rows and columns are padded alike here.
      const [, , , , top, bottom, left, right] = constant!.values;
      if (top !== left || bottom !== right) throw new Error(`followGraph: ${name} pads the axes differently`);
      padding = [top!, bottom!];
    } else if (node.op === 'SplitV') {
      const before = constant!.values.slice(0, Number(output)).reduce((sum, size) => sum + size, 0);
      outputs = [before, before + constant!.values[Number(output)]!];
    } else if (node.op === 'LeakyRelu') leaky = node.attr?.alpha?.f ?? null;
    else if (node.op === 'Add' && constant !== undefined) bias = constant;
    else if (node.op !== 'Transpose') return { node, padding, bias, leaky, outputs };
    at = first;
  }
}

/** What a layer and the node must agree on, as one line each. */
function layerSays(layer: Layer): string {
  switch (layer.kind) {
    case 'convolution': {
      const leaky = typeof layer.activation === 'object' ? layer.activation.leaky : null;
      return `Conv2D ${layer.kernel} stride ${layer.stride} leaky ${leaky} to ${layer.channels}`;
    }
    case 'depthwiseConvolution':
      return `DepthwiseConv2dNative ${layer.kernel} stride ${layer.stride}`;
    case 'maxPool':
      return `MaxPool ${layer.kernel} stride ${layer.stride}`;
    case 'averagePool':
      return layer.kernel === 2 && layer.stride === 2 ? 'ResizeBilinear 0.5' : `AveragePool ${layer.kernel}`;
    case 'upsample':
      return `ResizeBilinear ${layer.factor}`;
    case 'concat':
      return 'ConcatV2';
    case 'add':
      return 'Add';
    case 'localResponseNormalisation':
      return 'LRN';
  }
}

function nodeSays(graph: StoredGraph, { node, leaky, outputs }: Followed, sourceHeight: number): string {
  const stride = node.attr?.strides?.list?.i?.[1];
  switch (node.op) {
    case 'Conv2D': {
      const { shape } = graph.constants.get(node.input![1]!)!;
      return `Conv2D ${shape[0]} stride ${stride} leaky ${leaky} to ${outputs ? outputs[1] - outputs[0] : shape[3]}`;
    }
    case 'MaxPool':
      return `MaxPool ${node.attr?.ksize?.list?.i?.[1]} stride ${stride}`;
    case 'ResizeBilinear': {
      const halfPixel = node.attr?.half_pixel_centers?.b === true && node.attr.align_corners?.b !== true;
      return `ResizeBilinear${halfPixel ? '' : ' (other centres)'} ${graph.constants.get(node.input![1]!)!.values[0]! / sourceHeight}`;
    }
    default:
      return node.op;
  }
}

function sliced({ shape, values }: NamedArray, [begin, end]: readonly [number, number]): NamedArray {
  const last = shape.at(-1)!;
  return {
    shape: [...shape.slice(0, -1), end - begin],
    values: values.filter((_, i) => i % last >= begin && i % last < end),
  };
}

/**
 * `ends` names the graph's node for each tap of the description, `side` is the graph's fixed input side.
 * @throws Error naming the first layer that differs from the graph.
 */
export function weightsFromGraph(
  graph: StoredGraph,
  description: BackboneDescription,
  ends: Readonly<Record<string, string>>,
  side: number,
): ReadonlyMap<string, NamedArray> {
  const layers = new Map(description.layers.map((layer) => [layer.name, layer]));
  const shapes = layerShapes(description, side, side);
  const nodeOf = new Map<string, string>();
  const tensors = new Map<string, NamedArray>();

  const visit = (name: string, reference: string): void => {
    const followed = follow(graph, reference);
    const { node } = followed;
    const fail = (got: string, wanted: string): never => {
      throw new Error(
        `weightsFromGraph: layer ${name} of ${description.name} is ${wanted}, the graph's ${node.name} is ${got}`,
      );
    };
    if (name === INPUT) {
      if (node.op !== 'Placeholder') fail(node.op, 'the input');
      return;
    }
    const key = `${node.name} ${followed.outputs ?? ''}`;
    const seen = nodeOf.get(name);
    if (seen !== undefined) {
      if (seen !== key) fail(key, seen);
      return;
    }
    nodeOf.set(name, key);
    const layer = layers.get(name)!;
    const sources = sourcesOf(layer);
    const wanted = layerSays(layer);
    const from = shapes.get(sources[0]!)!;
    const got = nodeSays(graph, followed, from.height);
    if (got !== wanted) fail(got, wanted);
    if (layer.kind === 'convolution') {
      const outputs = followed.outputs ?? [0, layer.channels];
      tensors.set(`${name}.weight`, sliced(graph.constants.get(node.input![1]!)!, outputs));
      tensors.set(`${name}.bias`, sliced(followed.bias ?? fail('without bias', 'with bias'), outputs));
    }
    const wantedPadding = 'padding' in layer ? paddingOf(layer, from.height, from.width).rows : [0, 0];
    sources.forEach((source, i) => {
      // A Pad stands before the node that it belongs to, so following the node's input finds it.
      const before = follow(graph, node.input![i]!).padding;
      if (before.join() !== wantedPadding.join())
        fail(`padded by ${before.join()}`, `padded by ${wantedPadding.join()}`);
      visit(source, node.input![i]!);
    });
  };

  for (const tap of description.taps) visit(tap, ends[tap] ?? tap);
  // In the description's order, which is the order of the file.
  return new Map(
    description.layers
      .flatMap((layer) => [`${layer.name}.weight`, `${layer.name}.bias`])
      .filter((name) => tensors.has(name))
      .map((name) => [name, tensors.get(name)!]),
  );
}
