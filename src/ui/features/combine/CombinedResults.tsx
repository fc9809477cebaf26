import { useMemo, useRef } from 'react';
import controls from '../../shared/controls/controls.module.css';
import { useRovingTiles } from '../../shared/controls/useRovingTiles.ts';
import { categoryHue } from '../../shared/model/category.ts';
import { counted, percent } from '../../shared/model/format.ts';
import { categoryCounts } from '../../shared/model/photoList.ts';
import type { TrayChip } from '../../shared/state/combineTray.ts';
import { useFacet, usePhotosById, useSnapshot } from '../../shared/state/facet.tsx';
import { HitTile } from '../search/HitTile.tsx';
import search from '../search/search.module.css';
import type { CombinedState } from './CombineView.tsx';
import styles from './combine.module.css';

/** More tiles than a person looks through; the count says how many there are. */
const SHOWN_AT_MOST = 300;

interface CombinedResultsProps {
  readonly chips: readonly TrayChip[];
  readonly state: CombinedState;
}

export function CombinedResults({ chips, state }: CombinedResultsProps) {
  const { router } = useFacet();
  const { categories } = useSnapshot();
  const photos = usePhotosById();
  const panel = useRef<HTMLElement>(null);
  const hits = state.phase === 'answered' ? state.hits.filter((hit) => photos.has(hit.id)) : [];
  const roving = useRovingTiles(panel, Math.min(hits.length, SHOWN_AT_MOST), Infinity, () => {});
  const first = chips.find((chip) => chip.role !== 'none');
  const category = first === undefined ? null : { index: first.category, name: categories[first.category]?.name ?? '' };

  return (
    <section
      ref={panel}
      className={styles.results}
      aria-label="Results"
      aria-busy={state.phase === 'searching'}
      onKeyDown={roving.onKeyDown}
    >
      <Heading state={state} count={hits.length} />
      <div className={styles.grid}>
        {hits.slice(0, SHOWN_AT_MOST).map((hit, index) => {
          const photo = photos.get(hit.id);
          return photo === undefined ? null : (
            <HitTile
              key={hit.id}
              photo={photo}
              index={index}
              share={hit.distance}
              distance={hit.distance === null ? 'holds them' : `${percent(1 - hit.distance)} alike`}
              spoken={hit.distance === null ? '' : `${percent(1 - hit.distance)} of the bits agree`}
              probability={hit.probability}
              category={category}
              tabbable={index === roving.active}
              onOpen={() => router.open({ kind: 'photo', id: hit.id })}
            />
          );
        })}
      </div>
    </section>
  );
}

/** The categories that the gallery holds, to begin with. */
function CategoryPicker() {
  const { tray } = useFacet();
  const { photos, categories } = useSnapshot();
  const counts = useMemo(() => categoryCounts(photos, categories), [photos, categories]);
  return (
    <>
      <p className={styles.count}>Begin with a category</p>
      <div className={styles.picker}>
        {categories.map((category, index) =>
          counts[index] === 0 ? null : (
            <button
              key={category.name}
              type="button"
              className={styles.pick}
              data-hue
              style={{ '--hue': categoryHue(index) }}
              onClick={() => tray.add({ category: index, role: 'all', like: null })}
            >
              {category.name} <span>{counted(counts[index] ?? 0, 'photo')}</span>
            </button>
          ),
        )}
      </div>
    </>
  );
}

function Heading({ state, count }: { readonly state: CombinedState; readonly count: number }) {
  switch (state.phase) {
    case 'empty':
      return <CategoryPicker />;
    case 'searching':
      return (
        <p className={search.waiting} role="status">
          <span className={controls.spinner} /> Comparing…
        </p>
      );
    case 'failed':
      return (
        <div className={search.message} role="alert">
          <h2>This search did not work</h2>
          <p>{state.message}</p>
        </div>
      );
    case 'answered':
      return count === 0 ? (
        <div className={search.message} role="status">
          <h2>No match</h2>
          <p>No photo in the gallery holds all of this at once.</p>
        </div>
      ) : (
        <p className={styles.count} role="status">
          {counted(count, 'photo')}
        </p>
      );
  }
}
