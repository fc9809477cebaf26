import { useMemo, useState } from 'react';
import type { SearchAnswer } from '../../../pipeline/api/pipeline.ts';
import { Select } from '../../shared/controls/Select.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotosById } from '../../shared/facet/useSnapshot.ts';
import {
  firstGroupedLimit,
  firstLooksLimit,
  firstSimilarLimit,
  type HitOrder,
  photoHits,
  sortedHits,
  withinDistance,
} from '../../shared/model/hitList.ts';
import { NewerPhotos } from '../../shared/photos/NewerPhotos.tsx';
import type { SearchBase, SearchTab } from '../../shared/route/route.ts';
import answerBar from './AnswerBar.module.css';
import { DistanceSlider } from './DistanceSlider.tsx';
import { GroupedResults } from './GroupedResults.tsx';
import { ResultTabs } from './ResultTabs.tsx';
import { SimilarResults } from './SimilarResults.tsx';

const ORDERS: readonly { readonly value: HitOrder; readonly text: string }[] = [
  { value: 'best', text: 'Best match' },
  { value: 'newest', text: 'Newest first' },
  { value: 'oldest', text: 'Oldest first' },
];

interface AnswerViewProps {
  readonly base: SearchBase;
  readonly answer: SearchAnswer;
  /** How many photos were added since the search; negative when some were removed. */
  readonly changed: number;
}

/** The two ways to look at an answer, each with its own limit on the distance. */
export function AnswerView({ base, answer, changed }: AnswerViewProps) {
  const { router, session } = useFacet();
  const photos = usePhotosById();
  const rowBits = answer.rows.reduce((most, row) => Math.max(most, row.bits), 0);
  const [limits, setLimits] = useState<Record<SearchTab, number>>({
    similar: answer.similarBy === 'looks' ? firstLooksLimit(answer.similarBits) : firstSimilarLimit(answer.similarBits),
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
      <div className={answerBar.bar}>
        <ResultTabs tab={base.tab} onChange={(tab) => router.base({ ...base, tab })} />
        <DistanceSlider
          bits={base.tab === 'similar' ? answer.similarBits : rowBits}
          limit={limit}
          count={base.tab === 'similar' ? similarShown.length : groupedShown}
          onChange={(bits) => setLimit(base.tab, bits)}
        />
        {(base.tab === 'similar' || rows.length > 0) && (
          <Select label="Sort results" value={order} options={ORDERS} onChange={setOrder} />
        )}
        <NewerPhotos newer={changed} onAgain={() => void session.show(base, { again: true })} />
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
