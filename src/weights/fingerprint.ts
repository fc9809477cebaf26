/** Eight hex digits that differ for different bytes: FNV-1a over the buffer's whole 32-bit words and the bytes left over. */
export function fingerprint(buffer: ArrayBuffer): string {
  let hash = 0x811c9dc5;
  const whole = buffer.byteLength >> 2;
  for (const word of new Uint32Array(buffer, 0, whole)) hash = Math.imul(hash ^ word, 0x01000193);
  for (const byte of new Uint8Array(buffer, whole * 4)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
