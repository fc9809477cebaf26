/** 'Gallery.analysis: photo …', 'region: got …': the form of our own messages for developers. */
const FOR_DEVELOPERS = /^[A-Za-z_$][\w$]*(\.#?[\w$]+)*: /;

/** What is said where the error itself has no words for a person. */
const UNEXPECTED = 'Something unexpected went wrong. Reloading the page may help.';

/**
 * What went wrong, in a sentence for a person. Errors that were written for people are quoted; what only helps a
 * developer (function names, offsets in a file, bytes that were wanted) is not.
 */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return UNEXPECTED;
  if (error.name === 'GalleryFileDamaged') return damagedIndex(error.message);
  const own = error.message.trim();
  if (own === '' || FOR_DEVELOPERS.test(own) || error.name === 'TypeError') return UNEXPECTED;
  return own;
}

function damagedIndex(message: string): string {
  if (message.includes('version')) return message;
  if (message.includes('cut short')) return 'The file is incomplete: its end is missing.';
  if (message.startsWith('This is not an index')) return 'It is not an index file that Facet exported.';
  return 'The file is damaged.';
}
