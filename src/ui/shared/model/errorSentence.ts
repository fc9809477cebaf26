import { say } from '../language/say.ts';

/** 'Gallery.analysis: photo …', 'region: got …': the form of our own messages for developers. */
const FOR_DEVELOPERS = /^[A-Za-z_$][\w$]*(\.#?[\w$]+)*: /;

/**
 * What went wrong, in a sentence for a person. Errors that were written for people are quoted; what only helps a
 * developer (function names, offsets in a file, bytes that were wanted) is not.
 */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return say.common.unexpected;
  if (error.name === 'GalleryFileDamaged') return damagedIndex(error.message);
  const own = error.message.trim();
  if (own === '' || FOR_DEVELOPERS.test(own) || error.name === 'TypeError') return say.common.unexpected;
  return say.pipeline(own);
}

function damagedIndex(message: string): string {
  if (message.includes('version') || message.includes('can no longer be read')) return say.pipeline(message);
  if (message.includes('cut short')) return say.common.indexCutShort;
  if (message.startsWith('This is not an index')) return say.common.noIndex;
  return say.common.fileDamaged;
}
