import type { ExpandedTags } from 'exifreader';
import { asciiText } from './isoBoxes.ts';

/** What a photo's EXIF block says of how it was taken; what it does not say is absent. */
export interface CaptureFacts {
  /** Milliseconds since 1970. */
  readonly takenAt?: number;
  /** Minutes that the camera's clock was ahead of UTC. */
  readonly takenOffset?: number;
  /** Make and model. */
  readonly camera?: string;
  /** Degrees; north and east are positive. */
  readonly place?: { readonly latitude: number; readonly longitude: number };
}

/** In a JPEG the block lies before the picture, and a block is 64 kB at most (EXIF 2.32, section 4.7.2). Others may come before it. */
const JPEG_HEAD = 256 * 1024;
/** A file of another format is read whole, since the block may lie behind the picture; one that is larger is not asked. */
const MOST_BYTES = 64 * 2 ** 20;

const TIME = /^(\d{4}):(\d{2}):(\d{2})[ T](\d{2}):(\d{2}):(\d{2})/;
const OFFSET = /^([+-])(\d{2}):(\d{2})$/;

/**
 * Milliseconds since 1970; null where it is no time.
 * @param text as EXIF writes times, "2019:08:04 12:33:21"
 * @param offset minutes ahead of UTC; null where it is not known, then the clock is taken for this computer's
 */
export function exifTime(text: string, offset: number | null): number | null {
  const [, ...parts] = TIME.exec(text) ?? [];
  if (parts.length === 0) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  // Cameras whose clock was never set write zeros.
  if (year < 1826 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60)
    return null;
  // The 31st of a month of thirty days would be the 1st of the next.
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return null;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  return offset === null ? new Date(year, month - 1, day, hour, minute, second).getTime() : utc - offset * 60_000;
}

/** @param text as EXIF writes offsets, "+02:00"; null where it is none */
export function exifOffset(text: string): number | null {
  const [, sign, hours, minutes] = OFFSET.exec(text.trim()) ?? [];
  if (sign === undefined) return null;
  const offset = Number(hours) * 60 + Number(minutes);
  return offset > 14 * 60 ? null : sign === '-' ? -offset : offset;
}

/** "NIKON CORPORATION" and "NIKON D750" is "NIKON D750": many models begin with the first word of the make. */
export function cameraName(make: string, model: string): string {
  const [maker, camera] = [make, model].map((text) => text.replaceAll('\0', ' ').replace(/\s+/g, ' ').trim());
  const brand = maker!.split(' ')[0]!;
  return camera!.toLowerCase().startsWith(brand.toLowerCase())
    ? camera!
    : `${brand === '' ? '' : maker} ${camera}`.trim();
}

const TAGS = [
  'Make',
  'Model',
  'DateTimeOriginal',
  'DateTimeDigitized',
  'OffsetTime',
  'OffsetTimeOriginal',
  'OffsetTimeDigitized',
] as const;

function textOf(tag: { readonly description: unknown } | undefined): string {
  return typeof tag?.description === 'string' ? tag.description : '';
}

function factsOf({ exif = {}, gps }: ExpandedTags): CaptureFacts {
  const facts: { -readonly [K in keyof CaptureFacts]: CaptureFacts[K] } = {};
  const times = [
    [exif['DateTimeOriginal'], exif['OffsetTimeOriginal'] ?? exif['OffsetTime']],
    [exif['DateTimeDigitized'], exif['OffsetTimeDigitized'] ?? exif['OffsetTime']],
  ] as const;
  for (const [time, offsetTag] of times) {
    const offset = exifOffset(textOf(offsetTag));
    const takenAt = exifTime(textOf(time), offset);
    if (takenAt === null) continue;
    facts.takenAt = takenAt;
    if (offset !== null) facts.takenOffset = offset;
    break;
  }
  const camera = cameraName(textOf(exif['Make']), textOf(exif['Model']));
  if (camera !== '') facts.camera = camera;
  const { Latitude: latitude, Longitude: longitude } = gps ?? {};
  // Phones that do not know where they are write zeros.
  const known = latitude !== undefined && longitude !== undefined && (latitude !== 0 || longitude !== 0);
  if (known && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) facts.place = { latitude, longitude };
  return facts;
}

/** Reads a JPEG, HEIC, PNG, WebP or AVIF photo's EXIF block; nothing where there is none, it is damaged, or the file cannot be read. */
export async function captureFacts(file: Blob): Promise<CaptureFacts> {
  try {
    const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    const isJpeg = start[0] === 0xff && start[1] === 0xd8;
    if (!isJpeg && (file.size > MOST_BYTES || asciiText(start, 0, 2) === 'BM')) return {};
    const bytes = await (isJpeg ? file.slice(0, JPEG_HEAD) : file).arrayBuffer();
    const { load } = await import('exifreader');
    return factsOf(load(bytes, { expanded: true, includeTags: { exif: [...TAGS], gps: ['Latitude', 'Longitude'] } }));
  } catch {
    return {};
  }
}
