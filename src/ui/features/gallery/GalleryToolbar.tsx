import { Button } from '../../shared/controls/Button.tsx';
import { Select } from '../../shared/controls/Select.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { type Ask, type AskOrder, narrows } from '../../shared/route/ask.ts';
import type { GalleryBase } from '../../shared/route/route.ts';
import { DamagedPhotos } from './DamagedPhotos.tsx';
import { FilterMenu } from './FilterMenu.tsx';
import styles from './GalleryToolbar.module.css';

/** @param withBest whether there is something to be sure of */
function orders(withBest: boolean): readonly { readonly value: AskOrder; readonly text: string }[] {
  return [
    ...(withBest ? [{ value: 'best', text: say.gallery.bestFirst } as const] : []),
    { value: 'newest', text: say.common.newestFirst },
    { value: 'oldest', text: say.common.oldestFirst },
    { value: 'name', text: say.common.byName },
  ];
}

interface GalleryToolbarProps {
  readonly base: GalleryBase;
  /** How many photos are what was asked for; null while that is not known. */
  readonly shown: number | null;
  readonly total: number;
}

export function GalleryToolbar({ base, shown, total }: GalleryToolbarProps) {
  const { router } = useFacet();
  const outdated = useSnapshot(({ gallery }) => gallery.outdated);
  const { ask } = base;
  const change = (next: Partial<Ask>) => router.base({ ...base, ask: { ...ask, ...next } });
  // Best is newest where there is nothing to be sure of: it is offered where it differs.
  const hasBest = ask.chips.length > 0;
  return (
    <div className={styles.toolbar}>
      <h1 className="visuallyHidden">{say.common.gallery}</h1>
      <p className={styles.total} role="status">
        {shown === null || !narrows(ask) ? (
          <b>{say.counts.photos(total)}</b>
        ) : (
          <>
            <b>{say.counts.photos(shown)}</b>
            {say.gallery.ofAll(total)}
          </>
        )}
        {outdated > 0 && <span className={styles.outdated}>{say.gallery.outdated(outdated)}</span>}
        <DamagedPhotos />
      </p>
      <FilterMenu ask={ask} onChange={change} />
      {/* On a phone it stands in the bar at the foot. */}
      <span className={styles.wide}>
        <Button
          label={say.map.title}
          icon="map"
          look="quiet"
          onClick={() => router.base({ view: 'map', place: null })}
        />
        <Button
          label={say.common.duplicates}
          icon="copies"
          look="quiet"
          onClick={() => router.base({ view: 'duplicates' })}
        />
      </span>
      <Select
        label={say.gallery.sort}
        value={ask.order === 'best' && !hasBest ? 'newest' : ask.order}
        options={orders(hasBest)}
        onChange={(order) => change({ order: order === 'newest' && !hasBest ? 'best' : order })}
      />
    </div>
  );
}
