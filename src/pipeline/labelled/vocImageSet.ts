import { lastSegment, stem } from './pictureFinder.ts';

export interface VocImageSet {
  readonly ids: ReadonlySet<string>;
  /** Lines that name no photo of the folder. */
  readonly unknown: readonly string[];
}

/**
 * The photos of one list of `ImageSets/Main/`: one a line. A line is the id itself, spaces and all; or has a second column, as a
 * category's list does (−1, 0 or 1); or is a path with folders and an ending.
 * @param known ids of the folder: they tell "picture 1" from "picture" with a second column
 */
export function parseVocImageSet(text: string, known: ReadonlySet<string>): VocImageSet {
  const ids = new Set<string>();
  const unknown: string[] = [];
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    if (line === '') continue;
    const first = line.replace(/\s+-?[01]$/, '');
    const id = [line, first, stem(lastSegment(line)), stem(lastSegment(first))].find((way) => known.has(way));
    if (id === undefined) unknown.push(line);
    else ids.add(id);
  }
  return { ids, unknown };
}
