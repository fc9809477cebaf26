import { useMemo, useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { Message } from '../../shared/controls/Message.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useFound } from '../../shared/facet/useFound.ts';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { photoSections } from '../../shared/model/photoSections.ts';
import { ASK_ALL, type Ask, narrows } from '../../shared/route/ask.ts';
import { type GalleryBase, hashFromRoute, NO_OVERLAY } from '../../shared/route/route.ts';
import { SelectionBar } from '../../shared/selection/SelectionBar.tsx';
import { useSelection } from '../../shared/selection/useSelection.ts';
import { useSelectionKeys } from '../../shared/selection/useSelectionKeys.ts';
import styles from './Gallery.module.css';
import { GalleryToolbar } from './GalleryToolbar.tsx';
import { NewPhotos } from './NewPhotos.tsx';
import { PhotoGrid } from './PhotoGrid.tsx';
import { useCalmFound } from './useCalmFound.ts';

const NO_PHOTOS = new Uint32Array();

/** All photos, or those that were asked for, in a grid. */
export function Gallery({ base }: { readonly base: GalleryBase }) {
  const { router, scrolled } = useFacet();
  const { ask } = base;
  const total = useSnapshot(({ gallery }) => gallery.total);
  const adding = useSnapshot(({ indexing, transfer }) => indexing !== null || transfer?.kind === 'import');
  const place = hashFromRoute({ base, overlay: NO_OVERLAY });
  const [away, setAway] = useState(false);
  const state = useFound(ask);
  const { shown, newer, takeNewer } = useCalmFound(state, place, adding, away);
  const found = shown?.found ?? null;
  const selection = useSelection(found?.numbers ?? NO_PHOTOS);
  useSelectionKeys(selection);
  const byTime = ordersByTime(ask);
  const sections = useMemo(
    () => (found === null ? [] : photoSections(found.times, byTime, found.sure)),
    [found, byTime],
  );

  return (
    <div className={styles.gallery}>
      <GalleryToolbar base={base} shown={found?.sure ?? null} total={total} />
      {state.phase === 'failed' && (
        <Message title={say.gallery.notAsked} role="alert">
          <p>{state.message}</p>
        </Message>
      )}
      {state.phase !== 'failed' && found !== null && found.numbers.length === 0 && (
        <div className={styles.nothing} role="status">
          <h2>{say.gallery.noMatch}</h2>
          <p>{say.gallery.noMatchOf(total)}</p>
          {narrows(ask) && (
            <Button label={say.common.showAllPhotos} onClick={() => router.base({ ...base, ask: ASK_ALL })} />
          )}
        </div>
      )}
      {state.phase !== 'failed' && shown !== null && shown.found.numbers.length > 0 && (
        <PhotoGrid
          key={shown.place}
          place={shown.place}
          found={shown.found}
          sections={sections}
          selection={selection}
          onAway={setAway}
        />
      )}
      <NewPhotos
        count={newer}
        onShow={() => {
          scrolled.set(place, 0);
          takeNewer();
        }}
      />
      {selection.selected.size > 0 && <SelectionBar selection={selection} list={found?.numbers ?? NO_PHOTOS} />}
    </div>
  );
}

/** Whether the photos come in the order of time; `best` is newest first where there is nothing to be sure of. */
function ordersByTime({ order, chips }: Ask): boolean {
  return order === 'newest' || order === 'oldest' || (order === 'best' && chips.length === 0);
}
