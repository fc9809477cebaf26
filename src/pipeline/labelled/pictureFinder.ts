/** Endings of the files that a folder of photos holds. */
const PICTURE = /\.(?:jpe?g|png|webp|gif|bmp|tiff?|avif|heic)$/i;

/**
 * Finds the file of a folder that a label file means. Tools write the name with or without its ending, with either slash, with
 * folders of the machine on which it was labelled, and with accents composed where the disk has them decomposed.
 * @param files names in the folder
 * @returns the name as the folder has it, or undefined
 */
export function pictureFinder(files: readonly string[]): (written: string) => string | undefined {
  const whole = new Map(files.map((file) => [file.normalize('NFC'), file]));
  const withoutEnding = new Map(
    files.filter((file) => PICTURE.test(file)).map((file) => [stem(file.normalize('NFC')), file]),
  );
  return (written) => {
    const name = lastSegment(written.normalize('NFC'));
    return whole.get(name) ?? withoutEnding.get(name) ?? withoutEnding.get(stem(name));
  };
}

/** What stands behind the last slash of either kind. */
export function lastSegment(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** The name without the ending of a picture; other dots are part of the name. */
export function stem(name: string): string {
  return name.replace(PICTURE, '');
}

/** Whether a file's name ends as that of a picture. */
export function isPicture(path: string): boolean {
  return PICTURE.test(path);
}
