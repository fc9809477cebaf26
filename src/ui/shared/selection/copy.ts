import type { Pipeline } from '../../../pipeline/api/pipelineVerbs.ts';
import { say } from '../language/say.ts';

/** Puts a photo's picture on the clipboard, as PNG, the one format that every clipboard takes. @throws Error, for a person */
export async function copyPicture(pipeline: Pick<Pipeline, 'picture'>, id: string): Promise<void> {
  if (typeof ClipboardItem === 'undefined') throw new Error(say.selection.cannotCopy);
  // Safari wants the item at once, in the press itself; what is in it may come later.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(pipeline, id) })]);
}

export async function copyNames(names: readonly string[]): Promise<void> {
  await navigator.clipboard.writeText(names.join('\n'));
}

async function pngOf(pipeline: Pick<Pipeline, 'picture'>, id: string): Promise<Blob> {
  const { picture } = await pipeline.picture(id);
  const bitmap = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}
