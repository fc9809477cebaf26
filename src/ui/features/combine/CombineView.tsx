import { Button } from '../../shared/controls/Button.tsx';
import { Select } from '../../shared/controls/Select.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { type CombineBase, GALLERY } from '../../shared/route/route.ts';
import { ChipEditor } from './ChipEditor.tsx';
import { CombinedResults } from './CombinedResults.tsx';
import styles from './combine.module.css';
import { useCombined } from './useCombined.ts';

/** "This bicycle AND this sofa, but no person": objects of different photos in one search. */
export function CombineView({ base: { chips } }: { readonly base: CombineBase }) {
  const { router, tray } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const { state, again } = useCombined(chips);
  const choices = [
    { value: '', text: 'Add a category…' },
    ...categories.map(({ name }) => ({ value: name, text: name })),
  ];
  return (
    <div className={styles.view}>
      <aside className={styles.editor} aria-label="Combined search">
        <div className={styles.back}>
          <Button label="Gallery" icon="back" look="quiet" onClick={() => router.base(GALLERY)} />
        </div>
        <h1 className={styles.title}>Combine objects</h1>
        <p className={styles.lead}>
          Find photos that contain all of these. To look for one particular object, open a photo, tap the object and
          choose “Combine with other objects”.
        </p>
        {chips.length > 0 && (
          <ul className={styles.chips} aria-label="What photos must contain">
            {chips.map((chip, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone and keeps no state
              <ChipEditor key={index} chip={chip} index={index} />
            ))}
          </ul>
        )}
        <div className={styles.add}>
          <Select
            label="Add a category"
            value=""
            options={choices}
            onChange={(category) => {
              if (category !== '') tray.add({ category, role: 'all', like: null });
            }}
          />
          {chips.length > 0 && <Button label="Start over" look="quiet" onClick={tray.clear} />}
        </div>
      </aside>
      <CombinedResults chips={chips} state={state} onAgain={again} />
    </div>
  );
}
