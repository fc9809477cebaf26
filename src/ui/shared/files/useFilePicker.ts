import { useCallback } from 'react';
import { INDEX_ENDING } from './indexFile.ts';

/** What the dialog offers first. Some systems give these no type of their own, so their endings are named. */
const PHOTO_ACCEPT = 'image/*,.heic,.heif,.hif,.mpo,.jfif';

const ACCEPT = {
  photos: PHOTO_ACCEPT,
  photo: PHOTO_ACCEPT,
  index: INDEX_ENDING,
  taught: '.json,application/json',
  weights: '.safetensors,.onnx,.caffemodel',
} as const;

export type PickKind = keyof typeof ACCEPT | 'folder';

/** Opens the browser's own file dialog; nothing happens when a person closes it again. */
export function useFilePicker(kind: PickKind, onPicked: (files: File[]) => void): () => void {
  return useCallback(() => {
    const input = document.createElement('input');
    input.type = 'file';
    if (kind === 'folder') input.webkitdirectory = true;
    else input.accept = ACCEPT[kind];
    input.multiple = kind === 'photos';
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      if (files.length > 0) onPicked(files);
    });
    input.click();
  }, [kind, onPicked]);
}
