import { useMemo } from 'react';
import type { LikeAnswer } from '../../../pipeline/api/hits.ts';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import type { HitGroup } from '../../shared/model/answerLists.ts';
import { heldCategories } from '../../shared/model/category.ts';
import { nearestDistance } from '../../shared/model/hitList.ts';
import { HitGrid } from '../../shared/photos/HitGrid.tsx';
import type { HitSetting } from '../../shared/photos/hitSetting.ts';
import { useHitRegions } from '../../shared/photos/useHitRegions.ts';
import { hashFromRoute, NO_OVERLAY, type SearchBase } from '../../shared/route/route.ts';
import { SelectionBar } from '../../shared/selection/SelectionBar.tsx';
import { useSelection } from '../../shared/selection/useSelection.ts';
import { useSelectionKeys } from '../../shared/selection/useSelectionKeys.ts';
import { HoldsNone } from './HoldsNone.tsx';
import { hitFacts } from './hitFacts.ts';
import { NoMatch } from './NoMatch.tsx';
import { panelId, tabId } from './ResultTabs.tsx';
import { useHitActions } from './useHitActions.ts';

interface SimilarResultsProps {
  readonly base: SearchBase;
  readonly answer: LikeAnswer;
  readonly list: HitGroup;
  readonly limit: number;
  readonly onLimit: (bits: number) => void;
}

/** The query's own picture, edited at most, then all photos within the limit, ranked by the semantic code, or by looks where it says nothing. */
export function SimilarResults({ base, answer, list, limit, onLimit }: SimilarResultsProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const { regions, names } = useHitRegions(answer.revision);
  const selection = useSelection(list.numbers);
  useSelectionKeys(selection);
  const { open, example } = useHitActions(base);
  // Where the query holds no category, what a hit shares with it is nothing to speak of.
  const knows = answer.similarBy === 'semantic';
  const setting = useMemo((): HitSetting => {
    const { probabilities } = answer.query.analysis;
    const asked = knows ? heldCategories(probabilities, categories).map(({ index }) => index) : [];
    return { asked, query: probabilities, around: 'first', regions, names };
  }, [answer, knows, categories, regions, names]);
  const numberAt = (index: number) => list.numbers[index] ?? -1;

  return (
    <>
      <HitGrid
        numbers={list.numbers}
        sure={list.numbers.length}
        factsOf={(index) => hitFacts(list, index)}
        setting={setting}
        selection={selection}
        place={hashFromRoute({ base, overlay: NO_OVERLAY })}
        onOpen={(index) => open(numberAt(index), null)}
        onMore={(index) => example(numberAt(index), 'more')}
        onLess={(index) => example(numberAt(index), 'less')}
        panel={{ id: panelId('similar'), role: 'tabpanel', 'aria-labelledby': tabId('similar') }}
      >
        {!knows && (
          <HoldsNone answer={answer}>
            <p>{say.search.soByLooks}</p>
          </HoldsNone>
        )}
        {list.numbers.length === 0 && (
          <NoMatch base={base} nearest={nearestDistance(list.hits)} limit={limit} onLimit={onLimit} />
        )}
      </HitGrid>
      {selection.selected.size > 0 && <SelectionBar selection={selection} list={list.numbers} />}
    </>
  );
}
