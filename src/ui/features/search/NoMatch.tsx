import { Button } from '../../shared/controls/Button.tsx';
import { Message } from '../../shared/controls/Message.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { askInWords } from '../../shared/query/sentence.ts';
import { ASK_ALL, narrows } from '../../shared/route/ask.ts';
import type { SearchBase } from '../../shared/route/route.ts';

interface NoMatchProps {
  readonly base: SearchBase;
  /** Distance of the nearest photo, bits; null when there is none at all. */
  readonly nearest: number | null;
  readonly limit: number;
  readonly onLimit: (bits: number) => void;
}

/** An empty answer stays empty; it says how far away the nearest photo is. */
export function NoMatch({ base, nearest, limit, onLimit }: NoMatchProps) {
  const { router } = useFacet();
  const filtered = narrows(base.ask);
  return (
    <Message title={say.search.noMatch} role="status">
      {nearest === null ? (
        <p>{filtered ? say.search.noneLeft(askInWords(base.ask)) : say.search.noneThere}</p>
      ) : (
        <>
          <p>{say.search.noPhotoWithin(limit, nearest)}</p>
          <Button label={say.search.showUpTo(nearest)} onClick={() => onLimit(nearest)} />
        </>
      )}
      {filtered && (
        <Button
          label={say.search.amongAll}
          look="quiet"
          onClick={() => router.base({ ...base, ask: { ...ASK_ALL, order: base.ask.order } })}
        />
      )}
    </Message>
  );
}
