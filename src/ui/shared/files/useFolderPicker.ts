import { useCallback } from 'react';
import { useFilePicker } from './useFilePicker.ts';

/**
 * Opens the browser's own dialog for a folder; nothing happens when a person closes it again.
 * @param onFolder where the browser hands out folders, that one
 * @param onFiles elsewhere the files that lie in it
 */
export function useFolderPicker(
  onFolder: (folder: FileSystemDirectoryHandle) => Promise<void>,
  onFiles: (files: File[]) => void,
): () => void {
  const pickFiles = useFilePicker('folder', onFiles);
  return useCallback(() => {
    if (window.showDirectoryPicker === undefined) {
      pickFiles();
      return;
    }
    window.showDirectoryPicker({ id: 'photos', mode: 'read' }).then(onFolder, (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      // Some pages may not open it, one inside another site's frame for instance.
      pickFiles();
    });
  }, [onFolder, pickFiles]);
}
