import type { SearchAnswer } from '../../../pipeline/api/pipeline.ts';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { CategoryShelf } from './CategoryShelf.tsx';
import { HoldsNone } from './HoldsNone.tsx';
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
  const categories = useSnapshot((snapshot) => snapshot.categories);
  return (
    <div id={panelId('grouped')} role="tabpanel" aria-labelledby={tabId('grouped')} className={results.panel}>
      {rows.length === 0 ? (
        <HoldsNone answer={answer}>
          <p>“Similar overall” orders the gallery by what the photos look like.</p>
          <p>Facet knows {categories.map((one) => one.name).join(', ')}.</p>
        </HoldsNone>
      ) : (
        rows.map((shelf) => <CategoryShelf key={shelf.row.category} shelf={shelf} limit={limit} onLimit={onLimit} />)
      )}
    </div>
  );
}
