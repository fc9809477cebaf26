import { useMemo } from 'react';
import type { LikeAnswer } from '../../../pipeline/api/hits.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import type { HitGroup } from '../../shared/model/answerLists.ts';
import { heldCategories } from '../../shared/model/category.ts';
import { HitGrid } from '../../shared/photos/HitGrid.tsx';
import type { HitSetting } from '../../shared/photos/hitSetting.ts';
import { useHitRegions } from '../../shared/photos/useHitRegions.ts';
import { hashFromRoute, NO_OVERLAY, type SearchBase, TOGETHER } from '../../shared/route/route.ts';
import { SelectionBar } from '../../shared/selection/SelectionBar.tsx';
import { useSelection } from '../../shared/selection/useSelection.ts';
import { useSelectionKeys } from '../../shared/selection/useSelectionKeys.ts';
import { GroupShelf } from './GroupShelf.tsx';
import { HoldsNone } from './HoldsNone.tsx';
import { hitFacts } from './hitFacts.ts';
import { panelId, tabId } from './ResultTabs.tsx';
import searchView from './SearchView.module.css';
import { useHitActions } from './useHitActions.ts';

interface GroupedResultsProps {
  readonly base: SearchBase;
  readonly answer: LikeAnswer;
  readonly groups: readonly HitGroup[];
  readonly limit: number;
  readonly onLimit: (bits: number) => void;
}

const PANEL = { id: panelId('grouped'), role: 'tabpanel', 'aria-labelledby': tabId('grouped') } as const;

/** A group for all categories of the query together and one for each, ranked by the categories' own codes; or one of them in full. */
export function GroupedResults({ base, answer, groups, limit, onLimit }: GroupedResultsProps) {
  const { router } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const { regions, names } = useHitRegions(answer.revision);
  const setting = useMemo((): HitSetting => {
    const held = heldCategories(answer.query.analysis.probabilities, categories);
    return { asked: held.map(({ index }) => index), query: null, around: 'first', regions, names };
  }, [answer, categories, regions, names]);
  const numbers = useMemo(() => Uint32Array.from(new Set(groups.flatMap((group) => [...group.numbers]))), [groups]);
  const selection = useSelection(numbers);
  useSelectionKeys(selection);
  const whole = groups.find(({ name }) => name === base.group);

  if (whole !== undefined) return <WholeGroup key={whole.name} base={base} group={whole} setting={setting} />;
  return (
    <>
      <div {...PANEL} className={searchView.panel} data-skip-to>
        {groups.length === 0 ? (
          <HoldsNone answer={answer}>
            <p>{say.search.similarSays}</p>
            <Button
              label={say.search.orderByLooks}
              icon="similar"
              onClick={() => router.base({ ...base, tab: 'similar', group: null })}
            />
          </HoldsNone>
        ) : (
          groups.map((group) => (
            <GroupShelf
              key={group.name}
              base={base}
              group={group}
              setting={settingOf(group, setting, categories)}
              selection={selection}
              list={numbers}
              limit={limit}
              onLimit={onLimit}
            />
          ))
        )}
      </div>
      {selection.selected.size > 0 && <SelectionBar selection={selection} list={numbers} />}
    </>
  );
}

/** Hits of a group are cropped around its own category, the first of several. */
function settingOf(group: HitGroup, setting: HitSetting, categories: readonly { readonly name: string }[]): HitSetting {
  const own = group.categories.map((name) => categories.findIndex((one) => one.name === name));
  const around = group.name === TOGETHER ? 'all' : 'first';
  return { ...setting, around, asked: [...new Set([...own, ...setting.asked])].filter((index) => index >= 0) };
}

interface WholeGroupProps {
  readonly base: SearchBase;
  readonly group: HitGroup;
  readonly setting: HitSetting;
}

function WholeGroup({ base, group, setting }: WholeGroupProps) {
  const { router } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const selection = useSelection(group.numbers);
  useSelectionKeys(selection);
  const { open, example } = useHitActions(base);
  const numberAt = (index: number) => group.numbers[index] ?? -1;
  const own = useMemo(() => settingOf(group, setting, categories), [group, setting, categories]);
  return (
    <>
      <HitGrid
        numbers={group.numbers}
        sure={group.numbers.length}
        factsOf={(index) => hitFacts(group, index)}
        setting={own}
        selection={selection}
        place={hashFromRoute({ base, overlay: NO_OVERLAY })}
        onOpen={(index) => open(numberAt(index), group.name)}
        onMore={(index) => example(numberAt(index), 'more')}
        onLess={(index) => example(numberAt(index), 'less')}
        panel={PANEL}
      >
        <div className={searchView.groupHead}>
          <Button
            label={say.search.allGroups}
            icon="back"
            look="quiet"
            onClick={() => router.base({ ...base, group: null })}
          />
          <h2>{group.name === TOGETHER ? say.search.and(group.categories) : say.category(group.name ?? '')}</h2>
        </div>
      </HitGrid>
      {selection.selected.size > 0 && <SelectionBar selection={selection} list={group.numbers} />}
    </>
  );
}
