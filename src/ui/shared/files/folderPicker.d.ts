/** Parts of the File System Access API that only a page of Chromium's has and TypeScript's own types leave out. */

interface Window {
  showDirectoryPicker?(options: { readonly id: string; readonly mode: 'read' }): Promise<FileSystemDirectoryHandle>;
}

interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}
