/** FNV-1a (Fowler, Noll, Vo) over the parts, one after the other, number by number. 32 bits */
export function fnv1a(parts: Iterable<Uint32Array | Uint8Array>): number {
  let hash = 0x811c9dc5;
  for (const part of parts) hash = withPart(hash, part);
  return hash >>> 0;
}

/** A call for each part, so that an engine compiles the loop over one as a function. */
function withPart(before: number, part: Uint32Array | Uint8Array): number {
  let hash = before;
  for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part[i]!, 0x01000193);
  return hash;
}

/** Eight hex digits that differ for different numbers: `fnv1a` over the parts. */
export function fingerprintOfParts(parts: Iterable<Uint32Array | Uint8Array>): string {
  return fnv1a(parts).toString(16).padStart(8, '0');
}

/** Eight hex digits that differ for different bytes: over the buffer's whole 32-bit words and the bytes left over. */
export function fingerprint(buffer: ArrayBuffer): string {
  const whole = buffer.byteLength >> 2;
  return fingerprintOfParts([new Uint32Array(buffer, 0, whole), new Uint8Array(buffer, whole * 4)]);
}
