import { useEffect, useState } from 'react';
import type { CategoryChip, CombinedHit } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Select } from '../../shared/controls/Select.tsx';
import { messageOf } from '../../shared/model/format.ts';
import { chipOf, type TrayChip } from '../../shared/state/combineTray.ts';
import { useFacet, useSnapshot, useStore } from '../../shared/state/facet.tsx';
import { GALLERY } from '../../shared/state/route.ts';
import { ChipEditor } from './ChipEditor.tsx';
import { CombinedResults } from './CombinedResults.tsx';
import styles from './combine.module.css';

export type CombinedState =
  | { readonly phase: 'empty' }
  | { readonly phase: 'searching' }
  | { readonly phase: 'answered'; readonly hits: readonly CombinedHit[] }
  | { readonly phase: 'failed'; readonly message: string };

/** "This bicycle AND this sofa, but no person": objects of different photos in one search. */
export function CombineView() {
  const { router, tray } = useFacet();
  const { categories } = useSnapshot();
  const chips = useStore(tray.chips);
  const state = useCombined(chips);
  const choices = [
    { value: '', text: 'Add a category…' },
    ...categories.map((category) => ({ value: category.name, text: category.name })),
  ];
  return (
    <div className={styles.view}>
      <aside className={styles.editor} aria-label="Combined search">
        <div className={styles.back}>
          <Button label="Gallery" icon="back" look="quiet" onClick={() => router.base(GALLERY)} />
        </div>
        <h1 className={styles.title}>Combine objects</h1>
        <p className={styles.lead}>
          Photos that hold all of these at once. To ask for one that looks like yours, open a photo, tap the object and
          choose “Combine with other objects”.
        </p>
        <ul className={styles.chips} aria-label="What photos must hold">
          {chips.map((chip) => (
            <ChipEditor key={chip.key} chip={chip} />
          ))}
        </ul>
        <div className={styles.add}>
          <Select
            label="Add a category"
            value=""
            options={choices}
            onChange={(name) => {
              const category = categories.findIndex((one) => one.name === name);
              if (category >= 0) tray.add({ category, role: 'all', like: null });
            }}
          />
          {chips.length > 0 && <Button label="Start over" look="quiet" onClick={tray.clear} />}
        </div>
      </aside>
      <CombinedResults chips={chips} state={state} />
    </div>
  );
}

/** The answer to the chips, asked anew whenever they or the gallery change. */
function useCombined(chips: readonly TrayChip[]): CombinedState {
  const { pipeline, session } = useFacet();
  const { photos } = useSnapshot();
  const [state, setState] = useState<CombinedState>({ phase: 'empty' });
  useEffect(() => {
    if (chips.length === 0) {
      setState({ phase: 'empty' });
      return undefined;
    }
    const running = new AbortController();
    const ask = async () => {
      const known = pipeline.getSnapshot().categories;
      const asked: CategoryChip[] = chips.map((chip) => chipOf(chip, known, (of) => session.photoQuery(of)));
      return pipeline.searchCombined(asked, { signal: running.signal });
    };
    setState((before) => (before.phase === 'answered' ? before : { phase: 'searching' }));
    ask().then(
      (hits) => {
        if (!running.signal.aborted) setState({ phase: 'answered', hits });
      },
      (error: unknown) => {
        if (!running.signal.aborted) setState({ phase: 'failed', message: messageOf(error) });
      },
    );
    return () => running.abort();
  }, [pipeline, session, chips, photos]);
  return state;
}
