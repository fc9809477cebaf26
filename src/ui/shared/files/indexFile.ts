/** The ending that exported indexes have. */
export const INDEX_ENDING = '.facet';
/** The first bytes of an index, whatever the file is called. */
const INDEX_MAGIC = 'FACETGAL';

/** Whether a file is an index that Facet exported: by its first bytes, since names get lost on the way. */
export async function isIndexFile(file: File): Promise<boolean> {
  try {
    return (await file.slice(0, INDEX_MAGIC.length).text()) === INDEX_MAGIC;
  } catch {
    // It vanished, or may not be read: whoever reads all of it will say so.
    return false;
  }
}

/** Parts a drop into indexes and everything else. A photo's ending saves the look into the file. */
export async function partedIndexes(
  files: readonly File[],
): Promise<{ readonly indexes: File[]; readonly others: File[] }> {
  const indexes: File[] = [];
  const others: File[] = [];
  for (const file of files) {
    const photo = /\.(jpe?g|png|webp|avif|gif|bmp|hei[cf]|hif)$/i.test(file.name);
    if (!photo && (await isIndexFile(file))) indexes.push(file);
    else others.push(file);
  }
  return { indexes, others };
}
