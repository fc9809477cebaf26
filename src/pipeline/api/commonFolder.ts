/** The folder that all of these paths begin with; '' where there is none. */
export function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths[0]?.split('/', 1) ?? [];
  return first !== '' && paths.every((path) => path.startsWith(`${first}/`)) ? first : '';
}

/** A path without the folder that `commonFolder` found. */
export function belowFolder(path: string, folder: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}
