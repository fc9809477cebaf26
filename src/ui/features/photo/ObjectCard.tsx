import type { PhotoDetail, PhotoId, Region } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { percent } from '../../shared/model/format.ts';
import { nearestProposal, proposalRegion, proposalRow, regionArea, surest } from '../../shared/model/proposals.ts';
import type { Focus } from '../../shared/regions/focus.ts';
import { searchRoute } from '../../shared/route/route.ts';
import styles from './Panel.module.css';
import { PlainBars } from './PlainBars.tsx';

const BARS_SHOWN = 4;

interface ObjectCardProps {
  readonly id: PhotoId;
  readonly detail: PhotoDetail;
  /** The proposals on the photo, strongest first. */
  readonly shown: readonly number[];
  readonly focus: Extract<Focus, { kind: 'proposal' | 'region' }>;
  readonly onFocus: (focus: Focus) => void;
}

/** The chosen object, a tapped proposal or a drawn box: what it is, and searches by it. */
export function ObjectCard({ id, detail: { analysis }, shown, focus, onFocus }: ObjectCardProps) {
  const { router, tray } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const region: Region = focus.kind === 'region' ? focus.region : proposalRegion(analysis.boxes, focus.index);
  const place = focus.kind === 'proposal' ? shown.indexOf(focus.index) : -1;
  // A drawn box has no probabilities of its own; those of the proposal beneath say what is in it, not the photo's.
  const under = focus.kind === 'proposal' ? focus.index : nearestProposal(analysis.boxes, focus.region);
  const sure = surest(proposalRow(analysis, under));
  const category = categories[sure?.index ?? 0]?.name ?? '';
  const step = (by: number) => {
    const index = shown[place + by];
    if (index !== undefined) onFocus({ kind: 'proposal', index });
  };
  return (
    <section className={styles.card} aria-label="Chosen object">
      <div className={styles.row}>
        <div>
          <b>{focus.kind === 'region' ? 'Your box' : `Proposal ${place + 1} of ${shown.length}`}</b>
          <p className={styles.note}>{percent(regionArea(region))} of the photo</p>
        </div>
        <span className={styles.grow} />
        {focus.kind === 'proposal' && (
          <>
            <Button
              label="Previous proposal"
              icon="back"
              look="quiet"
              shape="icon"
              disabled={place <= 0}
              onClick={() => step(-1)}
            />
            <Button
              label="Next proposal"
              icon="next"
              look="quiet"
              shape="icon"
              disabled={place < 0 || place >= shown.length - 1}
              onClick={() => step(1)}
            />
          </>
        )}
        <Button
          label="Deselect the object"
          icon="close"
          look="quiet"
          shape="icon"
          onClick={() => onFocus({ kind: 'none' })}
        />
      </div>
      {focus.kind === 'proposal' && (
        <PlainBars categories={categories} probabilities={proposalRow(analysis, focus.index)} count={BARS_SHOWN} />
      )}
      <Button
        label="Search by this object"
        icon="object"
        look="primary"
        shape="wide"
        onClick={() => router.go(searchRoute({ kind: 'photo', id }, region, 'grouped'))}
      />
      <Button
        label="Combine with other objects"
        icon="layers"
        shape="wide"
        onClick={() => tray.add({ category, role: 'all', like: { of: { kind: 'photo', id }, region } })}
      />
    </section>
  );
}
