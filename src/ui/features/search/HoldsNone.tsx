import type { ReactNode } from 'react';
import type { LikeAnswer } from '../../../pipeline/api/hits.ts';
import { Message } from '../../shared/controls/Message.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { percent } from '../../shared/model/format.ts';
import { surest } from '../../shared/model/proposals.ts';

interface HoldsNoneProps {
  readonly answer: LikeAnswer;
  /** What the answer is made of in its place. */
  readonly children: ReactNode;
}

/** Says that the query holds no category, and what came nearest to one. */
export function HoldsNone({ answer, children }: HoldsNoneProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const best = surest(answer.query.analysis.probabilities);
  const category = best === null ? undefined : categories[best.index];
  return (
    <Message title={say.search.holdsNone} role="status">
      {best !== null && category !== undefined && (
        <p>{say.search.bestGuess(category.name, percent(best.probability), percent(category.gate))}</p>
      )}
      {children}
    </Message>
  );
}
