import type { TensorInfo } from '../tfjs/tfjs.ts';
import { util } from '../tfjs/tfjs.ts';
import type { WebGPUBackend } from '../tfjs/webgpuBackend.ts';
import { commandStream } from './commandStream.ts';
import { packUniforms, type Shader, type UniformValues } from './shader.ts';

/**
 * Runs a whole WGSL file of ours in the command stream of the tfjs backend, so that our kernels and tfjs's own share
 * device, buffers, order and submits. tfjs's `runWebGPUProgram` would do for most of it, but it writes the bindings
 * itself (the file would not be valid WGSL) and allows one output a kernel.
 */
export interface Dispatch {
  /** Bound first, in their order; none may be empty. */
  readonly inputs: readonly TensorInfo[];
  /** Bound after the inputs: tensors to make, or tensors of the backend to write into (none of them an input). */
  readonly outputs: readonly (TensorInfo | { readonly shape: number[]; readonly dtype: 'float32' | 'int32' })[];
  /** Bound last; by the names of `struct Params`. */
  readonly uniforms: UniformValues;
  /** Values of `override` constants: part of the pipeline's key. */
  readonly constants?: Readonly<Record<string, number>>;
  readonly workgroups: readonly [x: number, y: number, z: number];
}

/** Dispatches recorded before a submit, as in tfjs (WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE). */
const SUBMIT_AFTER = 15;

const pipelines = new WeakMap<GPUDevice, Map<string, GPUComputePipeline>>();

function pipelineKey(shader: Shader, constants: Readonly<Record<string, number>>): string {
  return `${shader.name} ${JSON.stringify(constants)}`;
}

function cacheOf(device: GPUDevice): Map<string, GPUComputePipeline> {
  let cache = pipelines.get(device);
  if (cache === undefined) {
    cache = new Map();
    pipelines.set(device, cache);
  }
  return cache;
}

function descriptor(
  device: GPUDevice,
  shader: Shader,
  constants: Readonly<Record<string, number>>,
): GPUComputePipelineDescriptor {
  const module = device.createShaderModule({ label: shader.name, code: shader.code });
  return { label: shader.name, layout: 'auto', compute: { module, entryPoint: 'main', constants: { ...constants } } };
}

function pipelineOf(
  device: GPUDevice,
  shader: Shader,
  constants: Readonly<Record<string, number>>,
): GPUComputePipeline {
  const cache = cacheOf(device);
  const key = pipelineKey(shader, constants);
  let pipeline = cache.get(key);
  if (pipeline === undefined) {
    pipeline = device.createComputePipeline(descriptor(device, shader, constants));
    cache.set(key, pipeline);
  }
  return pipeline;
}

/** Compiles ahead of the first use without blocking; all calls made together compile in parallel. */
export async function precompile(
  device: GPUDevice,
  shader: Shader,
  constants: Readonly<Record<string, number>> = {},
): Promise<void> {
  const cache = cacheOf(device);
  const key = pipelineKey(shader, constants);
  if (!cache.has(key)) cache.set(key, await device.createComputePipelineAsync(descriptor(device, shader, constants)));
}

function bufferOf(backend: WebGPUBackend, shader: Shader, tensor: TensorInfo): GPUBuffer {
  backend.uploadToGPU(tensor.dataId);
  const { resource } = backend.tensorMap.get(tensor.dataId);
  if (!(resource instanceof GPUBuffer)) {
    throw new Error(
      `dispatch: ${shader.name} got a tensor [${tensor.shape.join(', ')}] that is no buffer, wanted buffers`,
    );
  }
  return resource;
}

/** A tensor of the backend with no number in it. */
export function emptyTensor(backend: WebGPUBackend, shape: number[], dtype: 'float32' | 'int32'): TensorInfo {
  return backend.makeTensorInfo(shape, dtype, util.getTypedArrayFromDType(dtype, 0));
}

/**
 * @throws Error when an input is empty, a dispatch is over one of the device's limits, or uniforms do not match the shader;
 * what the GPU itself finds wrong arrives as an uncaptured error of the device.
 */
export function dispatch(backend: WebGPUBackend, shader: Shader, work: Dispatch): TensorInfo[] {
  const { device } = backend;
  const limit = device.limits.maxComputeWorkgroupsPerDimension;
  if (work.workgroups.some((count) => !Number.isInteger(count) || count < 1 || count > limit)) {
    throw new Error(
      `dispatch: ${shader.name} got ${work.workgroups.join('×')} workgroups, wanted 1 to ${limit} in each dimension`,
    );
  }
  for (const { shape } of [...work.inputs, ...work.outputs]) {
    if (util.sizeFromShape(shape) === 0)
      throw new Error(`dispatch: ${shader.name} got an empty tensor [${shape.join(', ')}]`);
  }
  const pipeline = pipelineOf(device, shader, work.constants ?? {});
  const outputs = work.outputs.map((output) =>
    'dataId' in output ? output : backend.makeTensorInfo(output.shape, output.dtype),
  );
  const tensors = [...work.inputs, ...outputs];
  if (tensors.length > device.limits.maxStorageBuffersPerShaderStage) {
    throw new Error(
      `dispatch: ${shader.name} got ${tensors.length} buffers, wanted ${device.limits.maxStorageBuffersPerShaderStage} at most`,
    );
  }
  const entries: GPUBindGroupEntry[] = tensors.map((tensor, binding) => ({
    binding,
    resource: { buffer: bufferOf(backend, shader, tensor) },
  }));

  const stream = commandStream(backend);
  const uniforms = packUniforms(shader, work.uniforms);
  if (uniforms.byteLength > 0) {
    const buffer = backend.bufferManager.acquireBuffer(
      uniforms.byteLength,
      GPUBufferUsage.COPY_DST | GPUBufferUsage.UNIFORM,
    );
    backend.queue.writeBuffer(buffer, 0, uniforms);
    stream.uniformPendingDisposal.push(buffer);
    entries.push({ binding: entries.length, resource: { buffer } });
  }
  for (const { dataId } of tensors) stream.commandQueueOwnedIds.add(dataId);

  backend.ensureCommandEncoderReady();
  stream.computePassEncoder ??= stream.commandEncoder!.beginComputePass();
  const pass = stream.computePassEncoder;
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
  pass.dispatchWorkgroups(...work.workgroups);
  stream.dispatchCountInPass++;
  if (stream.dispatchCountInPass >= SUBMIT_AFTER) {
    backend.endComputePassEncoder();
    backend.submitQueue();
  }
  return outputs;
}
