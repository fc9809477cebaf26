import type { GateFigures } from '../../../pipeline/api/gateFigures.ts';
import { say } from '../../shared/language/say.ts';

/** What a sureness costs: 'about 9 of 10 right, finds 6 of 10'. */
export function costInWords({ precision, found }: GateFigures): string {
  const parts: string[] = [];
  if (precision !== null) parts.push(say.combine.right(ofTen(precision, true)));
  if (found !== null) parts.push(say.combine.finds(ofTen(found, false)));
  return parts.length === 0 ? say.combine.tooFew : parts.join(', ');
}

/** Never all or none where it is only nearly so. */
function ofTen(share: number, about: boolean): string {
  const tenths = Math.round(share * 10);
  if (share >= 1) return say.combine.all;
  if (tenths >= 10) return say.combine.nearlyAll;
  if (tenths === 0) return say.combine.hardlyAny;
  return about ? say.combine.about(say.combine.ofTen(tenths)) : say.combine.ofTen(tenths);
}

/** @param sureness −1..1 */
export function surenessInWords(sureness: number): string {
  if (sureness === 0) return say.combine.balanced;
  if (sureness > 0) return sureness > 0.55 ? say.combine.surest : say.combine.surer;
  return sureness < -0.55 ? say.combine.findsMost : say.combine.findsMore;
}
