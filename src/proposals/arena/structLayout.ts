/** The arrays that a struct may point to, by the name of their type. */
interface Arrays {
  readonly Float32Array: Float32Array;
  readonly Float64Array: Float64Array;
  readonly Int32Array: Int32Array;
  readonly Uint32Array: Uint32Array;
  readonly Uint8Array: Uint8Array;
}

type FieldKind = keyof Arrays | 'i32' | 'f64';

/** Names of a struct's fields, in the order in which they lie in memory. */
export type StructFields = Readonly<Record<string, FieldKind>>;

/** What is written to the fields: an array, of which the struct holds the address, or a number. */
export type StructValues<Fields extends StructFields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends keyof Arrays ? Arrays[Fields[Name]] : number;
};

/**
 * A struct that the host writes and a compiled loop reads. It is declared once, here; `assemblyClass` gives the loop's side of it, so
 * that an address reaches the loop under the name that the host wrote it to, wherever in memory that is.
 */
export interface StructLayout<Fields extends StructFields> {
  /** Name of the AssemblyScript class. */
  readonly name: string;
  readonly fields: Fields;
  /** Byte offset of each field. */
  readonly offsets: { readonly [Name in keyof Fields]: number };
  /** A multiple of eight. */
  readonly bytes: number;
}

export function structLayout<const Fields extends StructFields>(name: string, fields: Fields): StructLayout<Fields> {
  const offsets: Record<string, number> = {};
  let end = 0;
  for (const [field, kind] of Object.entries(fields)) {
    const size = sizeOf(kind);
    // Aligned to its own size, as AssemblyScript lays out the fields of a class.
    offsets[field] = Math.ceil(end / size) * size;
    end = offsets[field] + size;
  }
  // Filled from the very fields; TypeScript cannot follow that through Object.entries.
  return { name, fields, offsets: offsets as StructLayout<Fields>['offsets'], bytes: Math.ceil(end / 8) * 8 };
}

function sizeOf(kind: FieldKind): number {
  return kind === 'f64' ? 8 : 4;
}

/** Writes all fields at `address` of `memory`, arrays as their own address in that memory. */
export function writeStruct<Fields extends StructFields>(
  { fields, offsets }: StructLayout<Fields>,
  memory: DataView,
  address: number,
  values: StructValues<Fields>,
): void {
  for (const name of Object.keys(fields)) {
    const value: ArrayBufferView | number = values[name]!;
    const at = address + offsets[name]!;
    if (typeof value !== 'number') memory.setInt32(at, value.byteOffset, true);
    else if (fields[name] === 'f64') memory.setFloat64(at, value, true);
    else memory.setInt32(at, value, true);
  }
}

/** Tells apart layouts that are read differently: FNV-1a over names, kinds and order of the fields, a signed 32-bit number. */
export function layoutFingerprint({ name, fields }: StructLayout<StructFields>): number {
  let hash = 0x811c9dc5;
  for (const character of `${name} ${JSON.stringify(fields)}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}

/**
 * The struct as AssemblyScript reads it: a class whose fields are at the offsets of the layout, which the compiler itself checks, and
 * a constant with the layout's fingerprint, by which the host knows the binary as one that reads this layout.
 */
export function assemblyClass(layout: StructLayout<StructFields>): string {
  const { name, fields, offsets } = layout;
  const lines = Object.entries(fields).map(([field, kind]) =>
    kind === 'i32' || kind === 'f64' ? `  ${field}: ${kind} = 0;` : `  ${field}: usize = 0; // ${kind}`,
  );
  const misplaced = Object.keys(fields).map((field) => `offsetof<${name}>('${field}') != ${offsets[field]}`);
  return [
    `@unmanaged export class ${name} {`,
    ...lines,
    '}',
    `if (${misplaced.join(' || ')}) ERROR('${name} is not laid out as the host writes it');`,
    `export const ${fingerprintName(name)}: i32 = ${layoutFingerprint(layout)};`,
  ].join('\n');
}

/** Name of the constant that the binary exports. */
export function fingerprintName(structName: string): string {
  return `layoutOf${structName}`;
}
