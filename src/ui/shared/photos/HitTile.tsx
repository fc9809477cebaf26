import { type KeyboardEvent, memo } from 'react';
import type { PhotoSummary } from '../../../pipeline/api/pipeline.ts';
import { CategoryTag } from '../controls/CategoryTag.tsx';
import { percent } from '../model/format.ts';
import styles from './HitTile.module.css';
import { Thumbnail } from './Thumbnail.tsx';

interface HitTileProps {
  readonly photo: PhotoSummary;
  readonly index: number;
  /** Distance over length of the code, 0..1; null where nothing was compared. */
  readonly share: number | null;
  /** The distance in a word or two, as written under the photo; '' where nothing was compared. */
  readonly distance: string;
  /** The distance in full, for screen readers. */
  readonly spoken: string;
  readonly probability: number;
  /** The category that the probability belongs to; null where the photo shares none. */
  readonly category: { readonly index: number; readonly name: string } | null;
  readonly tabbable: boolean;
  readonly onOpen: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * A photo that was found, with its distance from the query and the probability of its category. The meter is empty at
 * half of the bits, the distance of unrelated codes.
 */
export const HitTile = memo(function HitTile({
  photo,
  index,
  share,
  distance,
  spoken,
  probability,
  category,
  tabbable,
  onOpen,
  onKeyDown,
}: HitTileProps) {
  // The name has the visible text word for word, so that people can say it to a voice control.
  const surety = category === null ? '' : `${category.name} ${percent(probability)}`;
  const facts = [photo.name, spoken, distance, surety].filter((fact) => fact !== '');
  return (
    <button
      type="button"
      className={styles.hit}
      data-tile={index}
      tabIndex={tabbable ? 0 : -1}
      aria-label={facts.join(', ')}
      onClick={() => onOpen(index)}
      onKeyDown={onKeyDown}
    >
      <span className={styles.hitPicture}>
        <Thumbnail id={photo.id} alt="" />
      </span>
      <span className={styles.hitFacts}>
        {distance !== '' && (
          <span className={styles.hitDistance}>
            {share !== null && (
              <span className={styles.meter} style={{ '--fill': `${Math.max(0, 1 - share * 2) * 100}%` }} />
            )}
            {distance}
          </span>
        )}{' '}
        {category !== null && <CategoryTag index={category.index} name={category.name} probability={probability} />}
      </span>
    </button>
  );
});
