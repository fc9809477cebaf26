import { UnreadableFile } from './unreadableFile.ts';

/** Where a header of at least 40 bytes keeps what is needed here (BITMAPINFOHEADER and its successors, Windows GDI). */
const AT = {
  pixels: 10,
  headerBytes: 14,
  width: 18,
  height: 22,
  bits: 28,
  compression: 30,
  colours: 46,
  masks: 54,
  alphaMask: 66,
};
const HEADER_BEGINS = 14;
/** From this size on, a header has a mask of transparency. */
const HEADER_WITH_ALPHA = 56;
const COMPRESSION = { none: 0, masks: 3, alphaMasks: 6 } as const;

interface Channel {
  readonly shift: number;
  /** The channel's largest value; 0 where there is none. */
  readonly most: number;
}

function channelOf(mask: number): Channel {
  const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
  return { shift, most: mask >>> shift };
}

function masksOf(view: DataView, bits: number, compression: number): Channel[] {
  const headerBytes = view.getUint32(AT.headerBytes, true);
  if (compression === COMPRESSION.none) {
    const plain = bits === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0];
    return plain.map(channelOf);
  }
  const hasAlpha = headerBytes >= HEADER_WITH_ALPHA || compression === COMPRESSION.alphaMasks;
  const masks = [0, 4, 8].map((byte) => view.getUint32(AT.masks + byte, true));
  return [...masks, hasAlpha ? view.getUint32(AT.alphaMask, true) : 0].map(channelOf);
}

/** @returns red, green, blue of each entry */
function paletteOf(view: DataView, bits: number, compression: number): number[][] {
  if (bits > 8) return [];
  const headerBytes = view.getUint32(AT.headerBytes, true);
  const after = HEADER_BEGINS + headerBytes + (headerBytes === 40 && compression === COMPRESSION.masks ? 12 : 0);
  const count = Math.min(2 ** bits, view.getUint32(AT.colours, true) || 2 ** bits);
  return Array.from({ length: count }, (_, n) => [2, 1, 0].map((byte) => view.getUint8(after + n * 4 + byte)));
}

/**
 * A BMP file that is not compressed: 1, 4, 8 bits with a palette, 16, 24 or 32 bits. sharp does not read the format, and what npm has for it
 * gets palettes wrong. Transparency counts only where a mask names it and it is not zero everywhere: so Chromium takes it, too.
 * @returns pixels // (height, width, 4)
 * @throws Error with a sentence when the file is damaged or of another form.
 */
export function decodeBmp(bytes: Uint8Array): {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
} {
  try {
    return pixelsOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (cause) {
    if (cause instanceof RangeError) throw new UnreadableFile('The BMP file is damaged or cut short.', { cause });
    throw cause;
  }
}

function pixelsOf(view: DataView): ReturnType<typeof decodeBmp> {
  const [width, stored] = [view.getInt32(AT.width, true), view.getInt32(AT.height, true)];
  const [bits, compression] = [view.getUint16(AT.bits, true), view.getUint32(AT.compression, true)];
  const height = Math.abs(stored);
  const known: readonly number[] = Object.values(COMPRESSION);
  if (
    view.getUint32(AT.headerBytes, true) < 40 ||
    ![1, 4, 8, 16, 24, 32].includes(bits) ||
    !known.includes(compression)
  )
    throw new UnreadableFile(
      'The terminal does not read this old or compressed form of BMP. Convert the picture to PNG.',
    );
  const row = Math.ceil((width * bits) / 32) * 4;
  const begin = view.getUint32(AT.pixels, true);
  if (width < 1 || height < 1 || begin + row * height > view.byteLength) throw new RangeError('rows are missing');
  const data = new Uint8Array(width * height * 4);
  const palette = paletteOf(view, bits, compression);
  const channels = masksOf(view, bits, compression);
  for (let y = 0; y < height; y++) {
    // Rows go from the bottom to the top, unless the height is negative.
    const at = begin + row * (stored > 0 ? height - 1 - y : y);
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * 4;
      if (bits <= 8) {
        const place = x * bits;
        const index = (view.getUint8(at + (place >> 3)) >> (8 - bits - (place & 7))) & (2 ** bits - 1);
        data.set(palette[index] ?? [0, 0, 0], to);
        data[to + 3] = 255;
      } else {
        setPixel(data, to, valueAt(view, at, x, bits), channels);
      }
    }
  }
  opaqueIfInvisible(data);
  return { width, height, data };
}

function valueAt(view: DataView, row: number, x: number, bits: number): number {
  if (bits === 16) return view.getUint16(row + x * 2, true);
  if (bits === 32) return view.getUint32(row + x * 4, true);
  const at = row + x * 3;
  return view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
}

function setPixel(data: Uint8Array, to: number, value: number, channels: readonly Channel[]): void {
  channels.forEach(({ shift, most }, c) => {
    data[to + c] = most === 0 ? 255 : Math.round((255 * ((value >>> shift) & most)) / most);
  });
}

function opaqueIfInvisible(rgba: Uint8Array): void {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 0) return;
  for (let at = 3; at < rgba.length; at += 4) rgba[at] = 255;
}
