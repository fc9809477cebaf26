/**
 * A WGSL file and what the host must know of it. The file is complete (bindings, uniforms, entry point), so that any WGSL
 * tool reads it; the uniform layout, the workgroup's size and the sizes of tiles are declared in it once, and read from it here.
 */
export interface Shader {
  readonly name: string;
  readonly code: string;
  /** Fields of `struct Params` in their order, each four bytes. Empty where the shader has none. */
  readonly fields: readonly UniformField[];
  /** Threads of a workgroup along x, y and z. */
  readonly workgroupSize: readonly [x: number, y: number, z: number];
  /** The number after `const name =` in the file. @throws Error when the file has no such constant. */
  constant(name: string): number;
}

export interface UniformField {
  readonly name: string;
  readonly type: 'f32' | 'i32' | 'u32';
}

/** Values of `struct Params`, by field. */
export type UniformValues = Readonly<Record<string, number>>;

/** Whole numbers of `const name = number;`, by name. */
function constantsOf(plain: string): ReadonlyMap<string, number> {
  return new Map(
    [...plain.matchAll(/^const\s+(\w+)\s*=\s*(\d+)u?\s*;/gm)].map(([, key, value]) => [key!, Number(value)]),
  );
}

function workgroupSizeOf(name: string, plain: string, constants: ReadonlyMap<string, number>): Shader['workgroupSize'] {
  const written = /@workgroup_size\(([^)]*)\)/.exec(plain)?.[1]?.split(',') ?? [];
  const [x = Number.NaN, y = 1, z = 1] = written.map((size) => constants.get(size.trim()) ?? Number.parseInt(size, 10));
  if (![x, y, z].every((size) => Number.isInteger(size) && size > 0)) {
    throw new Error(
      `shader: ${name} has @workgroup_size(${written.join(',')}), wanted whole numbers or constants of the file`,
    );
  }
  return [x, y, z];
}

/**
 * Reads `struct Params { name: type, … }` of scalars (a shader without the struct has no uniforms), the size of the workgroup and the
 * constants.
 * @param shared constants that the reference has, too, by their names in the file: both sides must say the same
 * @throws Error naming the first field whose type is not f32, i32 or u32, or the constant on which the two sides differ.
 */
export function shader(name: string, code: string, shared: Readonly<Record<string, number>> = {}): Shader {
  const plain = code.replace(/\/\/[^\n]*/g, '');
  const constants = constantsOf(plain);
  for (const [key, wanted] of Object.entries(shared)) {
    const got = constants.get(key);
    if (got !== wanted) throw new Error(`shader: ${name} has ${key} = ${got}, wanted ${wanted} as in the reference`);
  }
  const body = /struct\s+Params\s*\{([^}]*)\}/.exec(plain)?.[1] ?? '';
  const fields = body
    .split(',')
    .map((field) => field.trim())
    .filter((field) => field !== '')
    .map((field): UniformField => {
      const [, fieldName, type] = /^(\w+)\s*:\s*([\w<>]+)$/.exec(field) ?? [];
      if (fieldName === undefined || (type !== 'f32' && type !== 'i32' && type !== 'u32')) {
        throw new Error(`shader: ${name} has the uniform "${field}", wanted a name and f32, i32 or u32`);
      }
      return { name: fieldName, type };
    });
  return {
    name,
    code,
    fields,
    workgroupSize: workgroupSizeOf(name, plain, constants),
    constant(key) {
      const value = constants.get(key);
      if (value === undefined)
        throw new Error(`shader: ${name} has no constant ${key}, got ${[...constants.keys()].join(', ')}`);
      return value;
    },
  };
}

/**
 * Bytes of the uniform buffer, padded to 16.
 * @throws Error when a field lacks its value, or a value its field.
 */
export function packUniforms({ name, fields }: Shader, values: UniformValues): ArrayBuffer {
  const known = new Set(fields.map((field) => field.name));
  for (const key of Object.keys(values)) {
    if (!known.has(key))
      throw new Error(`packUniforms: ${name} got ${key}, wanted ${[...known].join(', ') || 'no uniforms'}`);
  }
  const bytes = new ArrayBuffer(Math.ceil((fields.length * 4) / 16) * 16);
  const view = new DataView(bytes);
  fields.forEach(({ name: field, type }, i) => {
    const value = values[field];
    if (value === undefined) throw new Error(`packUniforms: ${name} got no ${field}, wanted a number`);
    if (type === 'f32') view.setFloat32(i * 4, value, true);
    else if (type === 'i32') view.setInt32(i * 4, value, true);
    else view.setUint32(i * 4, value, true);
  });
  return bytes;
}
