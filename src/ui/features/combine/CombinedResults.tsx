import { useRef } from 'react';
import { Message } from '../../shared/controls/Message.tsx';
import { useRovingTiles } from '../../shared/controls/useRovingTiles.ts';
import { Waiting } from '../../shared/controls/Waiting.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotosById, useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { counted, percent } from '../../shared/model/format.ts';
import { HitTile } from '../../shared/photos/HitTile.tsx';
import { NewerPhotos } from '../../shared/photos/NewerPhotos.tsx';
import type { CombineChip } from '../../shared/route/combineChip.ts';
import { CategoryPicker } from './CategoryPicker.tsx';
import styles from './combine.module.css';
import type { CombinedState } from './useCombined.ts';

/** More tiles than a person looks through; the count says how many there are. */
const SHOWN_AT_MOST = 300;

interface CombinedResultsProps {
  readonly chips: readonly CombineChip[];
  readonly state: CombinedState;
  readonly onAgain: () => void;
}

/** The photos that satisfy every line of a combined search. */
export function CombinedResults({ chips, state, onAgain }: CombinedResultsProps) {
  const { router } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const photos = usePhotosById();
  const panel = useRef<HTMLElement>(null);
  const hits = state.phase === 'answered' ? state.hits.filter((hit) => photos.has(hit.id)) : [];
  const roving = useRovingTiles(panel, Math.min(hits.length, SHOWN_AT_MOST), Infinity, () => {});
  const name = chips.find((chip) => chip.role !== 'none')?.category;
  const index = categories.findIndex((category) => category.name === name);
  const category = name === undefined || index < 0 ? null : { index, name };

  return (
    <section ref={panel} className={styles.results} aria-label="Results" aria-busy={state.phase === 'searching'}>
      <Heading state={state} count={hits.length} />
      {state.phase === 'answered' && <NewerPhotos newer={photos.size - state.among} onAgain={onAgain} />}
      <div className={styles.grid}>
        {hits.slice(0, SHOWN_AT_MOST).map((hit, place) => {
          const photo = photos.get(hit.id);
          return photo === undefined ? null : (
            <HitTile
              key={hit.id}
              photo={photo}
              index={place}
              share={hit.distance}
              distance={hit.distance === null ? '' : `${percent(1 - hit.distance)} alike`}
              spoken={hit.distance === null ? '' : `${percent(1 - hit.distance)} of the bits agree`}
              probability={hit.probability}
              category={category}
              tabbable={place === roving.active}
              onOpen={() => router.open({ kind: 'photo', id: hit.id })}
              onKeyDown={roving.onKeyDown}
            />
          );
        })}
      </div>
    </section>
  );
}

function Heading({ state, count }: { readonly state: CombinedState; readonly count: number }) {
  switch (state.phase) {
    case 'empty':
      return <CategoryPicker />;
    case 'searching':
      return <Waiting>Comparing…</Waiting>;
    case 'failed':
      return (
        <Message title="This search did not work" role="alert">
          <p>{state.message}</p>
        </Message>
      );
    case 'answered':
      return count === 0 ? (
        <Message title="No match" role="status">
          <p>No photo in the gallery contains all of this.</p>
        </Message>
      ) : (
        <p className={styles.count} role="status">
          {counted(count, 'photo')}
        </p>
      );
  }
}
