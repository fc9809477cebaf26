/**
 * A JPEG with an EXIF block that says how it is turned, put behind the start marker (EXIF 2.3, section 4.5).
 * @param orientation 1..8
 */
export function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8, // big-endian, first directory at 8
    0,
    1, // one entry
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0, // Orientation, SHORT, one value
    0,
    0,
    0,
    0, // no further directory
  ];
  const body = [...'Exif\0\0'].map((letter) => letter.charCodeAt(0)).concat(tiff);
  const length = body.length + 2;
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255, ...body, ...jpeg.subarray(2)]);
}
