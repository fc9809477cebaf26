/** A sentence with holes, and the same in another language, where {1} is what stood in the first hole. */
export type SentencePair = readonly [from: string, to: string];

/**
 * Turns sentences into another language by a list of pairs; what is in no pair stays as it is. A hole, {}, takes anything, and what it
 * took is turned in the same way, since reasons come inside of reasons.
 */
export function turned(pairs: readonly SentencePair[]): (sentence: string) => string {
  const whole = new Map(pairs.filter(([from]) => !from.includes('{}')));
  const holed = pairs
    .filter(([from]) => from.includes('{}'))
    .map(([from, to]) => ({ pattern: new RegExp(`^${from.split('{}').map(literally).join('(.*?)')}$`, 's'), to }));
  const turn = (sentence: string): string => {
    const known = whole.get(sentence);
    if (known !== undefined) return known;
    for (const { pattern, to } of holed) {
      const parts = pattern.exec(sentence);
      if (parts !== null) return to.replace(/\{(\d)\}/g, (_, place: string) => turn(parts[Number(place)] ?? ''));
    }
    return sentence;
  };
  return turn;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
