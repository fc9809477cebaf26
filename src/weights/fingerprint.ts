/** Eight hex digits that differ for different numbers: FNV-1a over the parts, one after the other, number by number. */
export function fingerprintOfParts(parts: Iterable<Uint32Array | Uint8Array>): string {
  let hash = 0x811c9dc5;
  for (const part of parts) for (const value of part) hash = Math.imul(hash ^ value, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Eight hex digits that differ for different bytes: over the buffer's whole 32-bit words and the bytes left over. */
export function fingerprint(buffer: ArrayBuffer): string {
  const whole = buffer.byteLength >> 2;
  return fingerprintOfParts([new Uint32Array(buffer, 0, whole), new Uint8Array(buffer, whole * 4)]);
}
