import type { PhotoDetail, Region } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { percent } from '../../shared/model/format.ts';
import { objectName } from '../../shared/model/objectName.ts';
import { proposalRegion, proposalRow, regionArea } from '../../shared/model/proposals.ts';
import type { Focus } from '../../shared/regions/focus.ts';
import { AlikePhotos, answersFor } from './AlikePhotos.tsx';
import styles from './Panel.module.css';
import { PlainBars } from './PlainBars.tsx';
import type { PickedObject } from './pickedObjects.ts';
import type { AlikeState } from './useAlike.ts';

const BARS_SHOWN = 3;

interface ObjectCardProps {
  readonly detail: PhotoDetail;
  /** The proposals on the photo, strongest first. */
  readonly shown: readonly number[];
  readonly focus: Extract<Focus, { kind: 'proposal' | 'region' }>;
  /** What is in it, and photos with something like it. */
  readonly alike: AlikeState;
  readonly onFocus: (focus: Focus) => void;
  readonly onSearch: (region: Region) => void;
  readonly onPick: (object: PickedObject) => void;
}

/** The chosen object, a tapped proposal or a drawn box: what it is, photos with one like it, and searches by it. */
export function ObjectCard({ detail: { analysis }, shown, focus, alike, onFocus, onSearch, onPick }: ObjectCardProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const region = focus.kind === 'region' ? focus.region : proposalRegion(analysis.boxes, focus.index);
  const place = focus.kind === 'proposal' ? shown.indexOf(focus.index) : -1;
  const inside = focus.kind === 'region' ? insideBox(alike) : proposalRow(analysis, focus.index);
  const named = inside === null ? null : objectName(inside, categories);
  const step = (by: number) => {
    const index = shown[place + by];
    if (index !== undefined) onFocus({ kind: 'proposal', index });
  };
  return (
    <section
      className={styles.card}
      aria-label={say.object.chosen}
      aria-busy={focus.kind === 'region' && alike.phase !== 'failed' && !answersFor(alike, region)}
    >
      <div className={styles.row}>
        <div>
          <b>{focus.kind === 'region' ? say.object.yourBox : say.object.proposalOf(place + 1, shown.length)}</b>
          <p className={styles.note}>{say.object.share(percent(regionArea(region)))}</p>
        </div>
        <span className={styles.grow} />
        {focus.kind === 'proposal' && (
          <>
            <Button
              label={say.object.previous}
              icon="back"
              look="quiet"
              shape="icon"
              disabled={place <= 0}
              onClick={() => step(-1)}
            />
            <Button
              label={say.object.next}
              icon="next"
              look="quiet"
              shape="icon"
              disabled={place < 0 || place >= shown.length - 1}
              onClick={() => step(1)}
            />
          </>
        )}
        <Button
          label={say.object.deselect}
          icon="close"
          look="quiet"
          shape="icon"
          onClick={() => onFocus({ kind: 'none' })}
        />
      </div>
      {inside === null ? (
        alike.phase !== 'failed' && (
          <p className={styles.note} role="status">
            {say.object.looking}
          </p>
        )
      ) : (
        <PlainBars categories={categories} probabilities={inside} count={BARS_SHOWN} />
      )}
      <AlikePhotos alike={alike} region={region} />
      <Button
        label={named?.found === true ? say.common.searchByThis(named.name) : say.object.byThis}
        icon="search"
        look="primary"
        shape="wide"
        onClick={() => onSearch(region)}
      />
      {/* A search by several names each object, so a guess is better than nothing. */}
      <Button
        label={say.photo.bySeveral}
        icon="add"
        shape="wide"
        disabled={named === null}
        onClick={() => onPick({ region, name: named?.name ?? '' })}
      />
    </section>
  );
}

/** What a drawn box holds, P_c by category; null until it is known. // (C,) */
export function insideBox(alike: AlikeState): Float32Array | null {
  return alike.phase === 'answered' ? alike.answer.query.analysis.probabilities : null;
}
