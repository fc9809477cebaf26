/** A file and where it lay. */
export interface PhotoFile {
  readonly file: File;
  /** Inside the dropped folder, the name included. */
  readonly path: string;
}
