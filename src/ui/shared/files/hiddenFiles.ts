import { isHiddenPath } from '../../../pipeline/api/hiddenPath.ts';

/** A file's path in the folder that it was chosen or dropped with; the name alone where it came by itself. */
export function pathOf(file: File): string {
  // Some browsers on phones do not have the property at all.
  return file.webkitRelativePath || file.name;
}

/** The one rule for files that were chosen, dropped or pasted. */
export function withoutHidden(files: readonly File[]): File[] {
  return files.filter((file) => !isHiddenPath(pathOf(file)));
}
