const PHOTO_EXTENSION = /\.(jpe?g|png|webp|avif|gif|bmp|heic|heif|tiff?)$/i;

/** What a file picker offers. HEIC is named apart, since some systems give it no type. */
export const PHOTO_ACCEPT = 'image/*,.heic,.heif';

/** Whether a file looks like a photo by its type or its name. Whether it can be read shows when it is decoded. */
export function isPhotoFile(file: { readonly name: string; readonly type: string }): boolean {
  if (file.type.startsWith('image/')) return file.type !== 'image/svg+xml';
  return file.type === '' && PHOTO_EXTENSION.test(file.name);
}
