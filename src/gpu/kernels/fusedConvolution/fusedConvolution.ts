import { dispatch } from '../../dispatch/dispatch.ts';
import { shader } from '../../dispatch/shader.ts';
import type { KernelBackend, Tensor, Tensor4D, TensorInfo } from '../../tfjs/tfjs.ts';
import * as tf from '../../tfjs/tfjs.ts';
import { tfjsHeap } from '../../tfjs/tfjsHeap.ts';
import type { WebGPUBackend } from '../../tfjs/webgpuBackend.ts';
import { defineKernel, type PlainOutput, runKernel } from '../kernel.ts';
import { padChannels } from '../padChannels/padChannels.ts';
import { NO_LIMIT } from './activation.ts';
import { convolutionLoops, convolveOnHeap } from './convolutionOnHeap.ts';
import { type ConvolutionVariant, convolutionChoice } from './convolutionVariant.ts';
import { convolutionShape, type FusedConvolution, type MapSlice, paddingOfAxes } from './convolutionWork.ts';
import { type ConvolutionShape, fusedConvolutionReference } from './fusedConvolution.reference.ts';
import registersCode from './fusedConvolution.registers.wgsl?raw';
import tiledCode from './fusedConvolution.tiled.wgsl?raw';
import { type FilterLayout, isPacked, type PackedFilter } from './packedFilter.ts';

/** One file each, so that the name in the pipeline's key says all that is fixed in the WGSL. */
const TILED = shader('fusedConvolution.tiled', tiledCode);
const REGISTERS = shader('fusedConvolution.registers', registersCode);
const SHADERS = { tiled: TILED, float16: TILED, registers: REGISTERS } as const;

type OurVariant = keyof typeof SHADERS;

interface Attributes {
  readonly shape: ConvolutionShape;
  /** null for the WASM loops, which read a filter of `layout`. */
  readonly variant: OurVariant | null;
  readonly layout: FilterLayout | null;
  /** Of the half filter; 1 for weights in float32. */
  readonly scale: number;
  /** First channel of the copy. */
  readonly copyOffset: number;
}

function workgroups(
  { outHeight, outWidth, outChannels }: ConvolutionShape,
  variant: OurVariant,
): [number, number, number] {
  const program = SHADERS[variant];
  const channels = 4 * program.constant('QUADS');
  const pixels = program.constant('PIXELS');
  return variant === 'registers'
    ? [Math.ceil((outHeight * outWidth) / (pixels * program.workgroupSize[0])), Math.ceil(outChannels / channels), 1]
    : [Math.ceil(outChannels / channels), Math.ceil((outHeight * outWidth) / pixels), 1];
}

const nowhere = new WeakMap<WebGPUBackend, TensorInfo>();

/** What is bound for the copy where none is wanted: one for all dispatches of a backend, as long as its device. */
function noCopy(backend: WebGPUBackend): TensorInfo {
  let tensor = nowhere.get(backend);
  if (tensor === undefined) {
    tensor = backend.makeTensorInfo([4], 'float32');
    nowhere.set(backend, tensor);
  }
  return tensor;
}

/** A map to be written in place, as an output. As plain info: tfjs would take the tensor itself for the output, and whoever disposes that would dispose the map. */
function inPlace(backend: KernelBackend, { dataId, shape, dtype }: TensorInfo): TensorInfo {
  backend.incRef(dataId);
  return { dataId, shape, dtype };
}

/**
 * `target`, where given, is the map that the slice is written into, in place; the output is that map. `copy` is one that the same
 * numbers are written into besides, and the second output.
 */
export const fusedConvolutionKernel = defineKernel<Attributes>({
  name: 'FacetFusedConvolution',
  shaders: [TILED, REGISTERS],
  webgpu(backend, inputs, { shape, variant, scale, copyOffset }) {
    if (variant === null) throw new Error('fusedConvolution: got a packed filter on WebGPU, wanted one as it is');
    const { x, filter, bias, target, copy } = inputs as {
      x: TensorInfo;
      filter: TensorInfo;
      bias: TensorInfo;
      target?: TensorInfo;
      copy?: TensorInfo;
    };
    const outputs = dispatch(backend, SHADERS[variant], {
      inputs: [x, filter, bias],
      outputs: [
        target
          ? inPlace(backend, target)
          : { shape: [1, shape.outHeight, shape.outWidth, shape.outDepth], dtype: 'float32' },
        copy ? inPlace(backend, copy) : noCopy(backend),
      ],
      uniforms: {
        in_height: shape.inHeight,
        in_width: shape.inWidth,
        in_quads: shape.inChannels / 4,
        in_depth_quads: shape.inDepth / 4,
        in_offset_quads: shape.inOffset / 4,
        out_height: shape.outHeight,
        out_width: shape.outWidth,
        out_quads: shape.outChannels / 4,
        out_depth_quads: shape.outDepth / 4,
        out_offset_quads: shape.outOffset / 4,
        copy_depth_quads: copy ? copy.shape[3]! / 4 : 0,
        copy_offset_quads: copyOffset / 4,
        kernel_height: shape.kernelHeight,
        kernel_width: shape.kernelWidth,
        stride: shape.stride,
        pad_top: shape.padTop,
        pad_left: shape.padLeft,
        slope: shape.slope,
        most: shape.most ?? NO_LIMIT,
        ...(variant === 'registers' ? {} : { halves: variant === 'float16' ? 1 : 0, scale, unscale: 1 / scale }),
      },
      workgroups: workgroups(shape, variant),
    });
    return copy ? outputs : outputs.slice(0, 1);
  },
  wasm(backend, inputs, { shape, layout, copyOffset }) {
    const heap = layout && tfjsHeap(backend);
    const loops = heap && convolutionLoops(heap.memory);
    if (!layout || !loops) return null;
    const { x, filter, bias, target, copy } = inputs as Record<'x' | 'filter' | 'bias', TensorInfo> & {
      target?: TensorInfo;
      copy?: TensorInfo;
    };
    const output = target
      ? inPlace(backend, target)
      : heap.output([1, shape.outHeight, shape.outWidth, shape.outDepth], 'float32');
    const copied = copy && { map: copy, offset: copyOffset };
    convolveOnHeap(heap, loops, { shape, layout, x, filter, bias, output, copy: copied ?? null });
    return copy ? [output, inPlace(backend, copy)] : [output];
  },
  plain(inputs, values, { shape, layout, copyOffset }) {
    if (layout !== null)
      throw new Error('fusedConvolution: got a packed filter, wanted it on the WASM backend that it was made for');
    const { outHeight, outWidth, outDepth } = shape;
    const written = (name: string, depth: number, offset: number): PlainOutput => {
      const output = inputs[name] ? values(name).slice() : new Float32Array(outHeight * outWidth * depth);
      fusedConvolutionReference(values('x'), values('filter'), values('bias'), output, {
        ...shape,
        outDepth: depth,
        outOffset: offset,
      });
      return { shape: [1, outHeight, outWidth, depth], values: output };
    };
    const output = written('target', outDepth, shape.outOffset);
    return inputs['copy'] ? [output, written('copy', inputs['copy'].shape[3]!, copyOffset)] : [output];
  },
});

/** `FusedConvolution` with a filter as it is. */
type Unpacked = FusedConvolution & { readonly filter: Tensor4D };

function byTfjs({ x, filter, bias, strides, padding, activation, alpha }: Unpacked): Tensor4D {
  const { rows, columns } = paddingOfAxes(padding);
  return tf.fused.conv2d({
    x,
    filter,
    bias,
    strides,
    activation,
    pad: [[0, 0], [...rows], [...columns], [0, 0]],
    ...(alpha === undefined ? {} : { leakyreluAlpha: alpha }),
  });
}

/** Zeros behind the last channel, so that the kernels can read quads: a photo has three. A half filter has them already. */
function paddedToQuads(work: Unpacked, half: boolean): Unpacked {
  const missing = (4 - (work.x.shape[3] % 4)) % 4;
  if (missing === 0) return work;
  return {
    ...work,
    x: padChannels(work.x, work.x.shape[3] + missing),
    filter: half
      ? work.filter
      : tf.pad(work.filter, [
          [0, 0],
          [0, 0],
          [0, missing],
          [0, 0],
        ]),
  };
}

function variantOf(shape: ConvolutionShape, quads: boolean, { variant, half }: FusedConvolution): ConvolutionVariant {
  if (tf.getBackend() !== 'webgpu' || !quads) return 'tfjs';
  const chosen = variant ?? convolutionChoice((tf.backend() as WebGPUBackend).device).variant(shape);
  return chosen === 'float16' && !half?.() ? 'tiled' : chosen;
}

/** For a slice of a shape that tfjs is fastest at: tfjs's kernels know no slices. */
function sliceVariant(): OurVariant {
  if (tf.getBackend() !== 'webgpu') return 'tiled';
  return convolutionChoice((tf.backend() as WebGPUBackend).device).unmeasured === 'registers' ? 'registers' : 'tiled';
}

/** By the WASM loops, which know slices of any number of channels that comes in fours, and whole maps of any. */
function runPacked(
  { x, filter, bias, into }: FusedConvolution & { readonly filter: PackedFilter },
  shape: ConvolutionShape,
  copy?: MapSlice,
): Tensor4D[] {
  const inputs: Record<string, Tensor> = {
    x,
    filter: filter.values,
    bias,
    ...(into ? { target: into.map } : {}),
    ...(copy ? { copy: copy.map } : {}),
  };
  const { layout } = filter;
  const attributes: Attributes = { shape, variant: null, layout, scale: 1, copyOffset: copy?.offset ?? 0 };
  return runKernel(fusedConvolutionKernel, inputs, attributes) as Tensor4D[];
}

function run(work: FusedConvolution, copy?: MapSlice): Tensor4D[] {
  const shape = convolutionShape(work, copy);
  const { filter } = work;
  return isPacked(filter) ? runPacked({ ...work, filter }, shape, copy) : runUnpacked({ ...work, filter }, shape, copy);
}

function runUnpacked(work: Unpacked, shape: ConvolutionShape, copy?: MapSlice): Tensor4D[] {
  const sliced = shape.inChannels !== shape.inDepth || work.into !== undefined || copy !== undefined;
  // Our kernels read and write four channels at a time.
  const quads =
    shape.outChannels % 4 === 0 &&
    shape.outDepth % 4 === 0 &&
    (!sliced || (shape.inDepth % 4 === 0 && shape.inChannels % 4 === 0));
  if (!quads && sliced)
    throw new Error(
      `fusedConvolution: got slices of ${shape.inChannels} and ${shape.outChannels} channels, wanted multiples of 4`,
    );
  const chosen = variantOf(shape, quads, work);
  if (chosen === 'tfjs' && !sliced) return [byTfjs(work)];
  const variant = chosen === 'tfjs' ? sliceVariant() : chosen;
  return tf.tidy(() => {
    const half = variant === 'float16' ? (work.half?.() ?? null) : null;
    const { x, filter, bias, into } = paddedToQuads(work, half !== null);
    const padded = { ...shape, inChannels: shape.inChannels + x.shape[3] - shape.inDepth, inDepth: x.shape[3] };
    const inputs: Record<string, Tensor> = {
      x,
      filter: half?.packed ?? filter,
      bias,
      ...(into ? { target: into.map } : {}),
      ...(copy ? { copy: copy.map } : {}),
    };
    const attributes: Attributes = {
      shape: padded,
      variant,
      layout: null,
      scale: half?.scale ?? 1,
      copyOffset: copy?.offset ?? 0,
    };
    return runKernel(fusedConvolutionKernel, inputs, attributes) as Tensor4D[];
  });
}

/**
 * Convolution with bias and activation. On WebGPU by the kernel that is fastest for the layer's shape; elsewhere by tfjs's own,
 * but for slices, which only our kernels know.
 * @returns // (1, outHeight, outWidth, channels written); with `into` the whole map
 * @throws Error naming the first thing of `work` that does not fit.
 */
export function fusedConvolution(work: FusedConvolution): Tensor4D {
  return run(work)[0]!;
}

/**
 * The same, with the result written into a slice of a second map besides, in place on WebGPU: for a layer that is read by itself and as
 * a part of a joined map.
 * @returns what `fusedConvolution` gives, and the second map
 */
export function fusedConvolutionTwice(work: FusedConvolution, copy: MapSlice): [Tensor4D, Tensor4D] {
  const [output, copied] = run(work, copy);
  return [output!, copied!];
}
