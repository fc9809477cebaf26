import { memo } from 'react';
import { CategoryTag } from '../controls/CategoryTag.tsx';
import { counted, percent } from '../model/format.ts';
import type { PhotoHit } from '../model/hitList.ts';
import { Thumbnail } from '../thumbnails/Thumbnail.tsx';
import styles from './search.module.css';

interface HitTileProps {
  readonly hit: PhotoHit;
  readonly index: number;
  readonly bits: number;
  /** The category that the probability is of; null where the photo shares none. */
  readonly category: { readonly index: number; readonly name: string } | null;
  readonly tabbable: boolean;
  readonly onOpen: (index: number) => void;
}

/** A photo that was found, how far it is from the query and how sure its category is. */
export const HitTile = memo(function HitTile({ hit: { hit, photo }, index, bits, category, tabbable, onOpen }: HitTileProps) {
  const facts = [photo.name, `${hit.distance} of ${bits} bits apart`, ...(category === null ? [] : [`${category.name} ${percent(hit.probability)}`])];
  return (
    <button type="button" className={styles.hit} data-tile={index} tabIndex={tabbable ? 0 : -1} aria-label={facts.join(', ')} onClick={() => onOpen(index)}>
      <span className={styles.hitPicture}>
        <Thumbnail id={photo.id} alt="" />
      </span>
      <span className={styles.hitFacts}>
        <span className={styles.hitDistance}>
          <span className={styles.meter} style={{ '--fill': `${(1 - hit.distance / bits) * 100}%` }} />
          {counted(hit.distance, 'bit')}
        </span>
        {category !== null && <CategoryTag index={category.index} name={category.name} probability={hit.probability} />}
      </span>
    </button>
  );
});
