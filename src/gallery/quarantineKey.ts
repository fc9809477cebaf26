/**
 * The key of a file that could not be indexed: its path and, where its bytes could be read, its content, since two cards hold different
 * files under one path.
 * @param content SHA-256 of the file, hexadecimal; empty where it could not be read
 */
export function quarantineKey(path: string, content: string): string {
  return content === '' ? path : `${path}\n${content}`;
}

/** The keys under which a file may lie in quarantine that has been indexed since. */
export function releasedKeys(path: string, content: string): readonly string[] {
  return [quarantineKey(path, ''), quarantineKey(path, content)];
}

/** For a person. */
export function pathOfKey(key: string): string {
  return key.replace(/\n[0-9a-f]{64}$/, '');
}
