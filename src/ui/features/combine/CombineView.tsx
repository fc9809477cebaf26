import { type ReactNode, useCallback, useMemo } from 'react';
import type { Found } from '../../../pipeline/api/found.ts';
import { Message } from '../../shared/controls/Message.tsx';
import { Waiting } from '../../shared/controls/Waiting.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { alikeWords } from '../../shared/model/hitList.ts';
import { HitGrid } from '../../shared/photos/HitGrid.tsx';
import type { HitFacts, HitSetting } from '../../shared/photos/hitSetting.ts';
import { useHitRegions } from '../../shared/photos/useHitRegions.ts';
import { hasBoundChip } from '../../shared/route/ask.ts';
import { tidied } from '../../shared/route/chipList.ts';
import { type GalleryBase, hashFromRoute, NO_OVERLAY, searchBase } from '../../shared/route/route.ts';
import { SelectionBar } from '../../shared/selection/SelectionBar.tsx';
import { useSelection } from '../../shared/selection/useSelection.ts';
import { useSelectionKeys } from '../../shared/selection/useSelectionKeys.ts';
import { CombineBar } from './CombineBar.tsx';
import styles from './combine.module.css';
import { Emptied } from './Emptied.tsx';
import { useAnswer } from './useAnswer.ts';

interface CombineViewProps {
  readonly base: GalleryBase;
  /** The filters that all answers share. */
  readonly filter: ReactNode;
}

/** The photos that hold what the chips ask for: "this bicycle and this sofa, but no person". */
export function CombineView({ base, filter }: CombineViewProps) {
  const { answer, newer, adopt } = useAnswer(base.ask);
  return (
    <section className={styles.view} aria-label={say.common.results} aria-busy={answer.phase === 'looking'}>
      <h1 className="visuallyHidden">{say.common.results}</h1>
      {answer.phase === 'looking' && (
        <div className={styles.waiting}>
          <Waiting>{say.common.comparing}</Waiting>
        </div>
      )}
      {answer.phase === 'failed' && (
        <Message title={say.common.searchFailed} role="alert">
          <p>{answer.message}</p>
        </Message>
      )}
      {answer.phase === 'found' && (
        <CombinedPhotos base={base} filter={filter} found={answer.found} newer={newer} onAgain={adopt} />
      )}
    </section>
  );
}

interface CombinedPhotosProps extends CombineViewProps {
  readonly found: Found;
  /** How many photos were added since; negative when some were removed. */
  readonly newer: number;
  readonly onAgain: () => void;
}

function CombinedPhotos({ base, filter, found, newer, onAgain }: CombinedPhotosProps) {
  const { router, summaries } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const { ask } = base;
  const selection = useSelection(found.numbers);
  useSelectionKeys(selection);
  const { regions, names } = useHitRegions(found.revision);
  const bound = hasBoundChip(ask);
  const setting = useMemo((): HitSetting => {
    const wanted = ask.chips.filter(({ role }) => role !== 'none');
    const asked = wanted.map(({ category }) => categories.findIndex(({ name }) => name === category));
    return { asked: [...new Set(asked)].filter((index) => index >= 0), query: null, around: 'all', regions, names };
  }, [ask, categories, regions, names]);
  const factsOf = (index: number): HitFacts => {
    const share = found.distances?.[index] ?? null;
    const unsure = index >= found.sure;
    return {
      share: unsure ? null : share,
      alike: share === null || unsure ? '' : alikeWords(share),
      apart: share === null ? '' : say.combine.of100(Math.round(share * 100)),
      unsure,
    };
  };
  const idAt = useCallback(
    (index: number) => summaries.watch(found.numbers[index] ?? -1).getSnapshot()?.id ?? null,
    [summaries, found],
  );
  const onOpen = (index: number) => {
    const id = idAt(index);
    if (id === null) return;
    router.open(bound ? { kind: 'match', id, category: null } : { kind: 'photo', id });
  };
  // "Like this one": the first category that is asked for without an object gets this hit's.
  const free = ask.chips.findIndex(({ role, like }) => role !== 'none' && like === null);
  const likeThis = (index: number) => {
    const id = idAt(index);
    const chip = ask.chips[free];
    const name = names[categories.findIndex((one) => one.name === chip?.category)];
    if (id === null || chip === undefined || name === undefined) return;
    const region = regions.watch(found.numbers[index] ?? -1, name).getSnapshot() ?? null;
    const like = { of: { kind: 'photo' as const, id }, region };
    router.base({ ...base, ask: { ...ask, chips: tidied(ask.chips.with(free, { ...chip, like })) } });
  };
  const freeName = ask.chips[free]?.category;
  const lessSure = found.numbers.length - found.sure;
  return (
    <>
      <CombineBar filter={filter} base={base} sure={found.sure} lessSure={lessSure} newer={newer} onAgain={onAgain} />
      <HitGrid
        numbers={found.numbers}
        sure={found.sure}
        lessSure={<LessSure />}
        factsOf={factsOf}
        setting={setting}
        selection={selection}
        place={hashFromRoute({ base, overlay: NO_OVERLAY })}
        onOpen={onOpen}
        onLike={freeName === undefined ? undefined : { category: freeName, run: likeThis }}
        onMore={(index) => {
          const id = idAt(index);
          if (id !== null) router.base(searchBase({ kind: 'photo', id }));
        }}
      >
        {found.sure === 0 && <Emptied base={base} emptiedBy={found.emptiedBy} lessSure={lessSure} />}
      </HitGrid>
      {selection.selected.size > 0 && <SelectionBar selection={selection} list={found.numbers} />}
    </>
  );
}

function LessSure() {
  return (
    <div className={styles.lessSure}>
      <h2>{say.common.lessSure}</h2>
      <p>{say.combine.notPromised}</p>
    </div>
  );
}
