import type { PhotoFile } from './photoFile.ts';
import type { PhotoId, PipelineOptions } from './pipeline.ts';

/** What lies in a folder, beside what the gallery knows of it. */
export interface FolderNews {
  /** Files that are new, were changed, or were indexed by an older version. */
  readonly files: readonly PhotoFile[];
  /** Files that are in the gallery as they are. */
  readonly unchanged: number;
}

/** Folders that stay; part of `Pipeline`. */
export interface FolderVerbs {
  /**
   * Remembers a folder and that it is being added; one that lies in a kept folder is a part of that.
   * @returns the path that its files have: the kept folder's name, and the way down from there
   * @throws DataCloneError where this browser cannot store a folder; StorageFull.
   */
  keepFolder(handle: FileSystemDirectoryHandle): Promise<string>;
  /** Its photos stay. */
  forgetFolder(name: string): Promise<void>;
  /** All of its files are done, or a person stopped it. */
  folderFinished(name: string): Promise<void>;
  /**
   * Looks through all files; nothing of them is read but name, size and time.
   * @param path as `keepFolder` gave it
   * @throws Error, for a person, where the folder cannot be read; Cancelled.
   */
  folderNews(path: string, options?: PipelineOptions): Promise<FolderNews>;
  /**
   * Photos of which no file lies in the folder any more, nor is known to lie elsewhere; asked once what is new there has been added, since
   * a file may have been moved. Nothing is removed.
   * @throws as `folderNews`
   */
  goneFrom(name: string, options?: PipelineOptions): Promise<readonly PhotoId[]>;
  /** The photo's own file as it was indexed; null where the page can no longer read it. */
  original(id: PhotoId): Promise<File | null>;
}
