import type { Shader } from '../dispatch/shader.ts';
import type { KernelBackend, NamedAttrMap, NamedTensorMap, Tensor, TensorInfo } from '../tfjs/tfjs.ts';
import { engine, registerKernel } from '../tfjs/tfjs.ts';
import type { WebGPUBackend } from '../tfjs/webgpuBackend.ts';

type Inputs = Readonly<Record<string, TensorInfo>>;

/** One operation of ours: the WGSL program for 'webgpu', plain code for 'wasm' and 'cpu', one name for all. */
export interface Kernel {
  /** The name in tfjs's registry. */
  readonly name: string;
  readonly shaders: readonly Shader[];
}

/**
 * A kernel names its inputs' types by a cast: tfjs passes them as a record of any tensors. The kernel's op is the only one that runs it
 * and has checked them.
 */
export interface KernelDefinition<Attributes> extends Kernel {
  webgpu(backend: WebGPUBackend, inputs: Inputs, attributes: Attributes): TensorInfo[];
  /** `values` are the inputs' numbers, copied out of the backend; returns the outputs' numbers and shapes. */
  plain(inputs: Inputs, values: (name: string) => Float32Array, attributes: Attributes): PlainOutput[];
  /** In place of `plain` on 'wasm', where a kernel has something faster; null hands the work back to `plain`. */
  wasm?(backend: KernelBackend, inputs: Inputs, attributes: Attributes): TensorInfo[] | null;
}

export interface PlainOutput {
  readonly shape: number[];
  readonly values: Float32Array | Int32Array;
}

/** Registers the kernel with tfjs for its three backends, so that to import an op is enough to run it anywhere. */
export function defineKernel<Attributes extends object>(definition: KernelDefinition<Attributes>): Kernel {
  const plain = (backend: KernelBackend, inputs: Inputs, attributes: Attributes): TensorInfo[] => {
    const values = (name: string): Float32Array => {
      const input = inputs[name];
      if (input === undefined) throw new Error(`${definition.name}: got no input ${name}`);
      const numbers = backend.readSync(input.dataId);
      if (!(numbers instanceof Float32Array))
        throw new Error(`${definition.name}: input ${name} is ${input.dtype}, wanted float32`);
      return numbers;
    };
    return definition.plain(inputs, values, attributes).map(({ shape, values: numbers }) => {
      const dtype = numbers instanceof Float32Array ? 'float32' : 'int32';
      return { dataId: backend.write(numbers, shape, dtype), shape, dtype };
    });
  };
  type Run = (backend: KernelBackend, inputs: Inputs, attributes: Attributes) => TensorInfo[];
  const register = (backendName: string, run: Run): void => {
    registerKernel({
      kernelName: definition.name,
      backendName,
      // tfjs hands every kernel its inputs, backend and attributes untyped; this is where they get their types back.
      kernelFunc: ({ inputs, backend, attrs }) =>
        run(backend as KernelBackend, inputs as Inputs, attrs as unknown as Attributes),
    });
  };
  // tfjs hands over the backend that it registered under the name, see `openDevice`.
  register('webgpu', (backend, inputs, attributes) => definition.webgpu(backend as WebGPUBackend, inputs, attributes));
  register(
    'wasm',
    (backend, inputs, attributes) =>
      definition.wasm?.(backend, inputs, attributes) ?? plain(backend, inputs, attributes),
  );
  register('cpu', plain);
  return { name: definition.name, shaders: definition.shaders };
}

/** Runs a kernel on the current backend; its outputs in order. */
export function runKernel(kernel: Kernel, inputs: Readonly<Record<string, Tensor>>, attributes: object): Tensor[] {
  // Attributes are ours from end to end; tfjs's type for them, a map of its own attribute values, has no place for typed objects.
  const out: Tensor | Tensor[] = engine().runKernel(
    kernel.name,
    inputs as NamedTensorMap,
    attributes as unknown as NamedAttrMap,
  );
  return Array.isArray(out) ? out : [out];
}
