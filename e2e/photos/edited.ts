/**
 * The picture cropped to 80 % of each side, mirrored and compressed again, as an editor saves it. Self-contained: it runs in the page.
 * @param bytes of a JPEG
 */
export async function editedJpeg(bytes: readonly number[]): Promise<number[]> {
  const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' }));
  const [width, height] = [Math.round(picture.width * 0.8), Math.round(picture.height * 0.8)];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('editedJpeg: got no canvas');
  context.translate(width, 0);
  context.scale(-1, 1);
  context.drawImage(picture, picture.width * 0.15, picture.height * 0.1, width, height, 0, 0, width, height);
  const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.75 });
  return [...new Uint8Array(await file.arrayBuffer())];
}
