import { type ReactNode, useMemo } from 'react';
import type { LikeAnswer } from '../../../pipeline/api/hits.ts';
import { Select } from '../../shared/controls/Select.tsx';
import { useDragStep } from '../../shared/controls/useDragStep.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { answerGroups, groupedBits, groupedLimit, overallList, similarLimit } from '../../shared/model/answerLists.ts';
import { NewerPhotos } from '../../shared/photos/NewerPhotos.tsx';
import type { AskOrder } from '../../shared/route/ask.ts';
import { type SearchBase, TOGETHER } from '../../shared/route/route.ts';
import answerBar from './AnswerBar.module.css';
import { DistanceSlider } from './DistanceSlider.tsx';
import { EarlierNote } from './EarlierNote.tsx';
import { GroupedResults } from './GroupedResults.tsx';
import { ResultTabs } from './ResultTabs.tsx';
import { SimilarResults } from './SimilarResults.tsx';

const orders = (): readonly { readonly value: AskOrder; readonly text: string }[] => [
  { value: 'best', text: say.common.bestMatch },
  { value: 'newest', text: say.common.newestFirst },
  { value: 'oldest', text: say.common.oldestFirst },
];

interface AnswerViewProps {
  readonly base: SearchBase;
  readonly filter: ReactNode;
  readonly answer: LikeAnswer;
  /** How many photos were added since the search; negative when some were removed. */
  readonly changed: number;
}

/** The two ways to look at an answer, each with its own limit on the distance. */
export function AnswerView({ base, filter, answer, changed }: AnswerViewProps) {
  const { router, session } = useFacet();
  const { gesture, step } = useDragStep();
  const { tab, within, ask } = base;
  const similar = useMemo(() => overallList(answer, within), [answer, within]);
  const groups = useMemo(() => answerGroups(answer, within, TOGETHER), [answer, within]);
  const groupedShown = useMemo(() => new Set(groups.flatMap(({ numbers }) => [...numbers])).size, [groups]);
  const limit = tab === 'similar' ? similarLimit(answer, within) : groupedLimit(answer, within);
  const setLimit = (bits: number, how: 'push' | 'replace' = 'push') =>
    router.base({ ...base, within: { ...within, [tab]: bits } }, how);

  return (
    <>
      <div className={answerBar.bar}>
        <ResultTabs tab={tab} onChange={(next) => router.base({ ...base, tab: next, group: null })} />
        <div className={answerBar.limit} {...gesture}>
          <DistanceSlider
            bits={tab === 'similar' ? answer.similarBits : groupedBits(answer)}
            limit={limit}
            count={tab === 'similar' ? similar.numbers.length : groupedShown}
            onChange={(bits) => setLimit(bits, step())}
          />
        </div>
        {filter}
        {(tab === 'similar' || groups.length > 0) && (
          <Select
            label={say.common.sortResults}
            value={ask.order}
            options={orders()}
            onChange={(order) => router.base({ ...base, ask: { ...ask, order } })}
          />
        )}
        <NewerPhotos newer={changed} onAgain={() => void session.show(base, { again: true })} />
        <EarlierNote photos={answer.earlier} />
      </div>
      {tab === 'similar' ? (
        <SimilarResults base={base} answer={answer} list={similar} limit={limit} onLimit={setLimit} />
      ) : (
        <GroupedResults base={base} answer={answer} groups={groups} limit={limit} onLimit={setLimit} />
      )}
    </>
  );
}
