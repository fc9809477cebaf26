/** A folder of the disk whose files can be read again at the next visit, where the browser hands out folders. */
export interface KeptFolder {
  /** Paths of its photos begin with it. */
  readonly name: string;
  /** Whether it may be read is asked by the page: only a page can put the question to a person. */
  readonly handle: FileSystemDirectoryHandle;
  /** Its files were being added when the page was closed, or are at the moment. */
  readonly unfinished: boolean;
}
