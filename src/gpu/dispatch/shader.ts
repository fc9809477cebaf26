/**
 * A WGSL file and what the host must know of it. The file is complete (bindings, uniforms, entry point), so that any WGSL
 * tool reads it; the uniform layout is declared in it once, and read from it here.
 */
export interface Shader {
  readonly name: string;
  readonly code: string;
  /** Fields of `struct Params` in their order, each four bytes. Empty where the shader has none. */
  readonly fields: readonly UniformField[];
}

export interface UniformField {
  readonly name: string;
  readonly type: 'f32' | 'i32' | 'u32';
}

/** Values of `struct Params`, by field. */
export type UniformValues = Readonly<Record<string, number>>;

/**
 * Reads `struct Params { name: type, … }` of scalars. A shader without the struct has no uniforms.
 * @throws Error naming the first field whose type is not f32, i32 or u32.
 */
export function shader(name: string, code: string): Shader {
  const body = /struct\s+Params\s*\{([^}]*)\}/.exec(code.replace(/\/\/[^\n]*/g, ''))?.[1] ?? '';
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
  return { name, code, fields };
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
