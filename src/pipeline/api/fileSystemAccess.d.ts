/** Parts of the File System Access API that Chromium has and TypeScript's own types leave out. */

interface FileSystemHandle {
  queryPermission?(options: { readonly mode: 'read' }): Promise<PermissionState>;
  /** In a page, after a person's click. */
  requestPermission?(options: { readonly mode: 'read' }): Promise<PermissionState>;
}
