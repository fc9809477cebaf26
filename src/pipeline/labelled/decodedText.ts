/**
 * A text file as whichever encoding its first bytes announce: a byte order mark of UTF-8 or UTF-16, or the encoding that an
 * XML declaration names; else UTF-8. The mark itself is no part of the text.
 * @param source names the file in messages
 * @throws Error naming the file when it announces an encoding that is not known, or holds bytes that are not of it.
 */
export function decodedText(source: string, bytes: Uint8Array): string {
  const encoding = announcedEncoding(bytes);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new Error(`${source}: says that its encoding is ${encoding}, which is not known`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Error(`${source}: not all of its bytes are ${encoding}`);
  }
}

function announcedEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1] ?? 'utf-8';
}
