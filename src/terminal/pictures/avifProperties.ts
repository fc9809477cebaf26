import { UnreadableFile } from './unreadableFile.ts';

/**
 * What an AVIF file says of its picture in its item properties (ISO/IEC 23008-12; AV1 Image File Format 1.1, section 2), as far as it
 * decides who can decode it as browsers do.
 */
export interface AvifProperties {
  /** 10 or 12 bits a channel. */
  readonly highBitDepth: boolean;
  /** Whether colour has as many samples as lightness (4:4:4), or there is none. */
  readonly fullColour: boolean;
  readonly profile: 'none' | 'ICC' | 'other than sRGB';
  /** Turned (irot), mirrored (imir) or cropped (clap) by the container; EXIF does not count in AVIF. */
  readonly transformed: boolean;
  /** Holds an auxiliary picture (auxC): transparency, as good as always. */
  readonly translucent: boolean;
}

interface Box {
  readonly type: string;
  readonly content: DataView;
}

/** Primaries and transfer functions (ITU-T H.273) that Chromium shows as sRGB: that of sRGB (13), of video (1, 6), and none told (2). */
const SRGB = { primaries: [1, 2], transfers: [1, 2, 6, 13] } as const;

function* boxesIn(view: DataView, skip = 0): Generator<Box> {
  for (let at = skip; at + 8 <= view.byteLength; ) {
    const short = view.getUint32(at);
    const wide = short === 1 && at + 16 <= view.byteLength;
    const size = short === 0 ? view.byteLength - at : wide ? Number(view.getBigUint64(at + 8)) : short;
    const head = wide ? 16 : 8;
    if (size < head || at + size > view.byteLength) return;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((i) => view.getUint8(at + i)));
    yield { type, content: new DataView(view.buffer, view.byteOffset + at + head, size - head) };
    at += size;
  }
}

function within(view: DataView, type: string, skip = 0): DataView {
  for (const box of boxesIn(view, skip)) if (box.type === type) return box.content;
  throw new UnreadableFile(`This AVIF file is damaged: it has no "${type}".`);
}

/** @throws Error for a person when the file lacks the properties that every AVIF has. */
export function avifProperties(file: Uint8Array): AvifProperties {
  const meta = within(new DataView(file.buffer, file.byteOffset, file.byteLength), 'meta');
  // A full box: version and flags come before what it holds.
  const properties = [...boxesIn(within(within(meta, 'iprp', 4), 'ipco'))];
  // The picture's own and that of its transparency, which is grey: whichever comes first.
  const codecs = properties.filter(({ type, content }) => type === 'av1C' && content.byteLength >= 4);
  if (codecs.length === 0) throw new UnreadableFile('This AVIF file is damaged: it has no "av1C".');
  const flags = codecs.map(({ content }) => content.getUint8(2));
  const colour = properties.filter(({ type }) => type === 'colr').map(({ content }) => profileOf(content));
  return {
    highBitDepth: flags.some((flag) => (flag & 0x40) !== 0),
    fullColour: flags.every((flag) => (flag & 0x10) !== 0 || (flag & 0x0c) === 0),
    profile: colour.find((profile) => profile !== 'none') ?? 'none',
    transformed: properties.some(({ type }) => ['irot', 'imir', 'clap'].includes(type)),
    translucent: properties.some(({ type }) => type === 'auxC'),
  };
}

function profileOf(colr: DataView): AvifProperties['profile'] {
  const kind = String.fromCharCode(...[0, 1, 2, 3].map((i) => colr.getUint8(i)));
  if (kind !== 'nclx') return 'ICC';
  const told = { primaries: colr.getUint16(4), transfer: colr.getUint16(6) };
  const plain = SRGB.primaries.some((n) => n === told.primaries) && SRGB.transfers.some((n) => n === told.transfer);
  return plain ? 'none' : 'other than sRGB';
}
