import type { SearchAnswer } from '../../../pipeline/api/pipeline.ts';
import { Message } from '../../shared/controls/Message.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { percent } from '../../shared/model/format.ts';
import { surest } from '../../shared/model/proposals.ts';
import { CategoryShelf } from './CategoryShelf.tsx';
import results from './Results.module.css';
import { panelId, tabId } from './ResultTabs.tsx';
import type { ShelfRow } from './shelfRow.ts';

interface GroupedResultsProps {
  readonly answer: SearchAnswer;
  readonly rows: readonly ShelfRow[];
  readonly limit: number;
  readonly onLimit: (bits: number) => void;
}

/** A shelf for each category in the query, ranked by that category's own code. */
export function GroupedResults({ answer, rows, limit, onLimit }: GroupedResultsProps) {
  return (
    <div id={panelId('grouped')} role="tabpanel" aria-labelledby={tabId('grouped')} className={results.panel}>
      {rows.length === 0 ? (
        <HoldsNone answer={answer} />
      ) : (
        rows.map((shelf) => <CategoryShelf key={shelf.row.category} shelf={shelf} limit={limit} onLimit={onLimit} />)
      )}
    </div>
  );
}

function HoldsNone({ answer }: { readonly answer: SearchAnswer }) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const best = surest(answer.query.analysis.probabilities);
  const category = best === null ? undefined : categories[best.index];
  return (
    <Message title="Nothing that Facet knows is in this photo" role="status">
      {best !== null && category !== undefined && (
        <p>
          The best guess is {category.name} at {percent(best.probability)}, but it only counts from{' '}
          {percent(category.gate)}. “Similar overall” still works.
        </p>
      )}
      <p>Facet knows {categories.map((one) => one.name).join(', ')}.</p>
    </Message>
  );
}
