import type { CategoryRow, SearchAnswer } from '../../../pipeline/api/pipeline.ts';
import { percent } from '../../shared/model/format.ts';
import type { PhotoHit } from '../../shared/model/hitList.ts';
import { surest } from '../../shared/model/proposals.ts';
import { useSnapshot } from '../../shared/state/facet.tsx';
import { CategoryShelf } from './CategoryShelf.tsx';
import { panelId, tabId } from './ResultTabs.tsx';
import styles from './search.module.css';

export interface ShelfRow {
  readonly row: CategoryRow;
  readonly hits: readonly PhotoHit[];
  readonly shown: readonly PhotoHit[];
}

interface GroupedResultsProps {
  readonly answer: SearchAnswer;
  readonly rows: readonly ShelfRow[];
  readonly limit: number;
  readonly onLimit: (bits: number) => void;
}

/** A shelf for each category that the query holds, ranked by that category's own code. */
export function GroupedResults({ answer, rows, limit, onLimit }: GroupedResultsProps) {
  return (
    <div id={panelId('grouped')} role="tabpanel" aria-labelledby={tabId('grouped')} className={styles.panel}>
      {rows.length === 0 ? (
        <HoldsNone answer={answer} />
      ) : (
        rows.map((shelf) => <CategoryShelf key={shelf.row.category} shelf={shelf} limit={limit} onLimit={onLimit} />)
      )}
    </div>
  );
}

function HoldsNone({ answer }: { readonly answer: SearchAnswer }) {
  const { categories } = useSnapshot();
  const best = surest(answer.query.analysis.probabilities);
  const category = best === null ? undefined : categories[best.index];
  return (
    <div className={styles.message} role="status">
      <h2>This photo holds none of the categories I know</h2>
      {best !== null && category !== undefined && (
        <p>
          The surest guess is {category.name} with {percent(best.probability)}, and I only say so from{' '}
          {percent(category.gate)} on. “Similar overall” still works.
        </p>
      )}
      <p>I know {categories.map((one) => one.name).join(', ')}.</p>
    </div>
  );
}
