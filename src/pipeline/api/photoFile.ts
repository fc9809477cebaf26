/** A file and where it lay. */
export interface PhotoFile {
  readonly file: File;
  /** Inside the dropped folder, the name included. A file that is posted to a worker forgets it. */
  readonly path: string;
}

/** A file as a person dropped or chose it. */
export function photoFile(file: File): PhotoFile {
  return { file, path: file.webkitRelativePath || file.name };
}
