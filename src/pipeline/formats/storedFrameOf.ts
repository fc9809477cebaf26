import { orientationOf, type StoredFrame } from './storedFrame.ts';

/** In a JPEG the block lies before the picture. */
const HEAD = 256 * 1024;

/**
 * A photo's file as it is stored, which is the frame of people's boxes.
 * @param upright pixels of the photo as it is shown
 */
export async function storedFrameOf(
  file: Blob,
  upright: { readonly width: number; readonly height: number },
): Promise<StoredFrame> {
  const { width, height } = upright;
  const orientation = orientationOf(await exifOrientationOf(file));
  return orientation >= 5 ? { width: height, height: width, orientation } : { width, height, orientation };
}

/** undefined where the file does not say. */
async function exifOrientationOf(file: Blob): Promise<number | undefined> {
  const { default: ExifReader } = await import('exifreader');
  try {
    const tags = ExifReader.load(await file.slice(0, HEAD).arrayBuffer(), { expanded: true });
    return tags.exif?.Orientation?.value;
  } catch {
    return undefined;
  }
}
