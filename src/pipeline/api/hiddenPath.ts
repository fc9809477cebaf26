/** Folders and files that systems and NAS boxes put beside photos, in lower case. What begins with a dot is hidden anyway. */
const SYSTEM_NAMES = new Set([
  '__macosx',
  '@eadir',
  '@recycle',
  '#recycle',
  '#snapshot',
  '$recycle.bin',
  'recycler',
  'system volume information',
  'lost+found',
  'lost.dir',
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
]);

/**
 * Whether a file is hidden, belongs to the system, or lies in a folder that is or does: deleted photos, thumbnails and
 * resource forks are nobody's photos. `path` has its folders and the name, divided by slashes.
 */
export function isHiddenPath(path: string): boolean {
  return path
    .split('/')
    .some((part) => (part.startsWith('.') && part !== '.' && part !== '..') || SYSTEM_NAMES.has(part.toLowerCase()));
}
