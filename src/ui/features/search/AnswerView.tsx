import { useMemo, useState } from 'react';
import type { SearchAnswer } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Select } from '../../shared/controls/Select.tsx';
import { counted } from '../../shared/model/format.ts';
import {
  firstGroupedLimit,
  firstSimilarLimit,
  type HitOrder,
  photoHits,
  sortedHits,
  withinDistance,
} from '../../shared/model/hitList.ts';
import { useFacet, usePhotosById } from '../../shared/state/facet.tsx';
import type { SearchTab } from '../../shared/state/route.ts';
import { DistanceSlider } from './DistanceSlider.tsx';
import { GroupedResults } from './GroupedResults.tsx';
import { ResultTabs } from './ResultTabs.tsx';
import type { SearchBase } from './SearchView.tsx';
import { SimilarResults } from './SimilarResults.tsx';
import styles from './search.module.css';

const ORDERS: readonly { readonly value: HitOrder; readonly text: string }[] = [
  { value: 'best', text: 'Best match' },
  { value: 'newest', text: 'Newest first' },
  { value: 'oldest', text: 'Oldest first' },
];

interface AnswerViewProps {
  readonly base: SearchBase;
  readonly answer: SearchAnswer;
  /** How many photos came (or, negative, went) since the answer was given. */
  readonly changed: number;
}

/** The two views of an answer, each with its own limit on the distance. */
export function AnswerView({ base, answer, changed }: AnswerViewProps) {
  const { router, session } = useFacet();
  const photos = usePhotosById();
  const rowBits = answer.rows.reduce((most, row) => Math.max(most, row.bits), 0);
  const [limits, setLimits] = useState<Record<SearchTab, number>>({
    similar: firstSimilarLimit(answer.semanticBits),
    grouped: firstGroupedLimit(rowBits),
  });
  const [order, setOrder] = useState<HitOrder>('best');
  const limit = limits[base.tab];

  const similar = useMemo(() => photoHits(answer.similar, photos), [answer, photos]);
  const similarShown = useMemo(
    () => sortedHits(withinDistance(similar, limits.similar), order),
    [similar, limits.similar, order],
  );
  const rows = useMemo(
    () =>
      answer.rows.map((row) => {
        const hits = photoHits(row.hits, photos);
        return { row, hits, shown: sortedHits(withinDistance(hits, limits.grouped), order) };
      }),
    [answer, photos, limits.grouped, order],
  );
  const groupedShown = useMemo(
    () => new Set(rows.flatMap(({ shown }) => shown.map(({ photo }) => photo.id))).size,
    [rows],
  );
  const setLimit = (tab: SearchTab, bits: number) => setLimits((before) => ({ ...before, [tab]: bits }));

  return (
    <>
      <div className={styles.bar}>
        <ResultTabs tab={base.tab} onChange={(tab) => router.base({ ...base, tab }, 'replace')} />
        <DistanceSlider
          bits={base.tab === 'similar' ? answer.semanticBits : rowBits}
          limit={limit}
          count={base.tab === 'similar' ? similarShown.length : groupedShown}
          onChange={(bits) => setLimit(base.tab, bits)}
        />
        {(base.tab === 'similar' || rows.length > 0) && (
          <Select label="Sort results" value={order} options={ORDERS} onChange={setOrder} />
        )}
        {changed !== 0 && (
          <span className={styles.stale}>
            {changed > 0 ? `${counted(changed, 'photo')} newer than this answer.` : 'Photos were removed since.'}
            <Button label="Search again" icon="retry" onClick={() => void session.show(base, { again: true })} />
          </span>
        )}
      </div>
      {base.tab === 'similar' ? (
        <SimilarResults
          answer={answer}
          hits={similar}
          shown={similarShown}
          limit={limits.similar}
          onLimit={(bits) => setLimit('similar', bits)}
        />
      ) : (
        <GroupedResults
          answer={answer}
          rows={rows}
          limit={limits.grouped}
          onLimit={(bits) => setLimit('grouped', bits)}
        />
      )}
    </>
  );
}
