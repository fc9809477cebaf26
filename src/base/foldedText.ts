/** Text as it is compared when a person looks for a word: without accents, in lower case. */
export function foldedText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
