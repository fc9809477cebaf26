/** TIFF data that holds the orientation alone. @param orientation 1..8 */
export function orientationBlock(orientation: number): number[] {
  // Big-endian, first directory at 8; one entry: Orientation, SHORT, one value; no further directory.
  const head = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1];
  return [...head, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
}

/**
 * A WebP with an EXIF block that says how it is turned: the extended form, with the block behind the picture (RFC 9649).
 * @param webp without an EXIF block @param width @param height of the stored picture
 */
export function webpWithOrientation(webp: Uint8Array, width: number, height: number, orientation: number): Uint8Array {
  const chunk = (type: string, body: readonly number[]): number[] => {
    const { length } = body;
    return [
      ...Buffer.from(type),
      ...[0, 8, 16, 24].map((bits) => (length >> bits) & 255),
      ...body,
      ...(length & 1 ? [0] : []),
    ];
  };
  const side = (pixels: number): number[] => [0, 8, 16].map((bits) => ((pixels - 1) >> bits) & 255);
  // A canvas writes the extended form where it adds a colour profile.
  const extended = Buffer.from(webp.subarray(12, 16)).toString() === 'VP8X';
  const body = [
    ...Buffer.from('WEBP'),
    ...chunk('VP8X', [0x08 | (extended ? webp[20]! : 0), 0, 0, 0, ...side(width), ...side(height)]),
    ...webp.subarray(extended ? 30 : 12),
    ...chunk('EXIF', orientationBlock(orientation)),
  ];
  return Uint8Array.from(chunk('RIFF', body));
}

/**
 * A JPEG with an EXIF block that says how it is turned, put behind the start marker (EXIF 2.3, section 4.5).
 * @param orientation 1..8
 */
export function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const body = [...'Exif\0\0'].map((letter) => letter.charCodeAt(0)).concat(orientationBlock(orientation));
  const length = body.length + 2;
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255, ...body, ...jpeg.subarray(2)]);
}
