import { useCallback } from 'react';
import { INDEX_ENDING } from './indexFile.ts';

/** What the dialog offers first. Some systems give these no type of their own, so their endings are named. */
const PHOTO_ACCEPT = 'image/*,.heic,.heif,.hif,.mpo,.jfif';

export type PickKind = 'photos' | 'photo' | 'folder' | 'index';

/** Opens the browser's own file dialog; nothing happens when a person closes it again. */
export function useFilePicker(kind: PickKind, onPicked: (files: File[]) => void): () => void {
  return useCallback(() => {
    const input = document.createElement('input');
    input.type = 'file';
    if (kind === 'folder') input.webkitdirectory = true;
    else input.accept = kind === 'index' ? INDEX_ENDING : PHOTO_ACCEPT;
    input.multiple = kind === 'photos';
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      if (files.length > 0) onPicked(files);
    });
    input.click();
  }, [kind, onPicked]);
}
