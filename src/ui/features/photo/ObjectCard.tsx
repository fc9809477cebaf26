import type { PhotoDetail, PhotoId, Region } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { percent } from '../../shared/model/format.ts';
import { proposalRegion, proposalRow, regionArea, surest } from '../../shared/model/proposals.ts';
import { useFacet, useSnapshot } from '../../shared/state/facet.tsx';
import { searchRoute } from '../../shared/state/route.ts';
import type { Focus } from './focus.ts';
import { PlainBars } from './PlainBars.tsx';
import styles from './photo.module.css';

const BARS_SHOWN = 4;

interface ObjectCardProps {
  readonly id: PhotoId;
  readonly detail: PhotoDetail;
  /** The proposals that are drawn, strongest first. */
  readonly shown: readonly number[];
  readonly focus: Extract<Focus, { kind: 'proposal' | 'region' }>;
  readonly onFocus: (focus: Focus) => void;
}

/** One tapped proposal, or one drawn box: what it holds, and a search by it. */
export function ObjectCard({ id, detail: { analysis }, shown, focus, onFocus }: ObjectCardProps) {
  const { router, tray } = useFacet();
  const { categories } = useSnapshot();
  const region: Region = focus.kind === 'region' ? focus.region : proposalRegion(analysis.boxes, focus.index);
  const place = focus.kind === 'proposal' ? shown.indexOf(focus.index) : -1;
  const sure = surest(focus.kind === 'proposal' ? proposalRow(analysis, focus.index) : analysis.probabilities);
  const category = sure?.index ?? 0;
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
          label="Let go of the object"
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
        onClick={() => {
          tray.add({ category, role: 'all', like: { of: { kind: 'photo', id }, region } });
          router.base({ view: 'combine' });
        }}
      />
    </section>
  );
}
