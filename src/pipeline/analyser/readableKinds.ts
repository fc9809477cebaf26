import type { ImageKind } from './imageKind.ts';

/** One grey pixel in formats that some browsers read and others do not: Safari and Chrome of late JPEG XL, Safari TIFF. In base64. */
export const SAMPLES = {
  'JPEG XL': '/woAEBBQXAgIAgEALABLGIsVwklBHoAAAA==',
  TIFF: 'SUkqAAwAAACAgIAADwAAAQMAAQAAAAEAAAABAQMAAQAAAAEAAAACAQMAAwAAANYAAAADAQMAAQAAAAEAAAAGAQMAAQAAAAIAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAMAAAAWAQMAAQAAAAABAAAXAQQAAQAAAAMAAAAaAQUAAQAAAMYAAAAbAQUAAQAAAM4AAAAcAQMAAQAAAAEAAAAoAQMAAQAAAAIAAABTAQMAAwAAANwAAAAAAAAAMzPLAAAACAAzM8sAAAAIAAgACAAIAAEAAQABAA==',
} as const;

function hasSample(kind: ImageKind): kind is keyof typeof SAMPLES {
  return kind in SAMPLES;
}

/** Whether this browser reads photos of the kind: asked by trying, where browsers differ. */
export async function browserReads(kind: ImageKind): Promise<boolean> {
  if (!hasSample(kind)) return true;
  const bytes = Uint8Array.from(atob(SAMPLES[kind]), (letter) => letter.charCodeAt(0));
  try {
    (await createImageBitmap(new Blob([bytes]))).close();
    return true;
  } catch {
    return false;
  }
}
