import type { ReactNode } from 'react';
import type { SearchAnswer } from '../../../pipeline/api/pipeline.ts';
import { Message } from '../../shared/controls/Message.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { percent } from '../../shared/model/format.ts';
import { surest } from '../../shared/model/proposals.ts';

interface HoldsNoneProps {
  readonly answer: SearchAnswer;
  /** What the answer is made of in its place. */
  readonly children: ReactNode;
}

/** Says that the query holds no category, and what came nearest to one. */
export function HoldsNone({ answer, children }: HoldsNoneProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const best = surest(answer.query.analysis.probabilities);
  const category = best === null ? undefined : categories[best.index];
  return (
    <Message title="Nothing that Facet knows is in this photo" role="status">
      {best !== null && category !== undefined && (
        <p>
          The best guess is {category.name} at {percent(best.probability)}, but it only counts from{' '}
          {percent(category.gate)}.
        </p>
      )}
      {children}
    </Message>
  );
}
