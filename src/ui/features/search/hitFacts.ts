import type { HitGroup } from '../../shared/model/answerLists.ts';
import { alikeWords, bitsApart, hitAt } from '../../shared/model/hitList.ts';
import type { HitFacts } from '../../shared/photos/hitSetting.ts';

/** What the tile at a place of a list says. */
export function hitFacts({ hits, places, bits }: HitGroup, index: number): HitFacts {
  const { distance, likeness } = hitAt(hits, places[index] ?? 0);
  const share = distance / bits;
  return { share, alike: alikeWords(share, likeness), apart: bitsApart(distance, bits), unsure: false };
}
