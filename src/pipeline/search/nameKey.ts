import { foldedText } from '../../base/foldedText.ts';

/** Digits of a number in a name that are compared as a number. */
const DIGITS = 12;

/**
 * What names are sorted by: as text, but numbers in them by their value, so that 9.jpg comes before 10.jpg; case and accents do not matter.
 * Keys are compared with `<`, some twenty times as fast as `Intl.Collator` compares names.
 */
export function nameKey(name: string): string {
  return foldedText(name).replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));
}
