/** Tells a person, in a sentence, what of their labels is not used and why. */
export type Say = (sentence: string) => void;

/** So many are named one by one; a folder of outlines without boxes would name a hundred thousand. */
const NAMED = 20;

/** Names the first 20 sentences one by one and counts the others. */
export function sayAll(say: Say, sentences: readonly string[]): void {
  for (const sentence of sentences.slice(0, NAMED)) say(sentence);
  if (sentences.length > NAMED) say(`… and ${sentences.length - NAMED} more of the same kind`);
}
