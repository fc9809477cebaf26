/** A folder of labelled photos, wherever it lies: on a disk, or dropped into the page. Paths are below it, with forward slashes. */
export interface LabelFolder {
  /** As messages name it. */
  readonly name: string;
  /** Names of the files directly in a folder below it; none where there is no such folder. */
  names(folder: string): readonly string[];
  /** Whether there is a file or a folder. */
  has(path: string): boolean;
  /** Of every file, those in folders included; hidden ones left out. */
  paths(): readonly string[];
  /** @throws Error naming the file when it is in no known encoding. */
  text(path: string): string;
}

/** Names in a folder that fit, sorted. Hidden files (macOS writes `._name.xml`) are no labels. */
export function namesThatFit(folder: LabelFolder, below: string, pattern: RegExp): string[] {
  return folder
    .names(below)
    .filter((name) => !name.startsWith('.') && pattern.test(name))
    .sort();
}
