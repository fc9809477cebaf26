import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import type { PhotoSummary } from '../../../pipeline/api/pipeline.ts';
import { CategoryTag } from '../../shared/controls/CategoryTag.tsx';
import { Icon } from '../../shared/controls/Icon.tsx';
import { type Category, heldCategories } from '../../shared/model/category.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import styles from './PhotoTile.module.css';

/** More names than these would cover the photo. */
const TAGS_SHOWN = 3;

interface PhotoTileProps {
  readonly photo: PhotoSummary;
  readonly index: number;
  readonly width: number;
  readonly categories: readonly Category[];
  readonly selected: boolean;
  readonly outdated: boolean;
  /** The one tile of the grid that Tab reaches; arrow keys go on from there. */
  readonly tabbable: boolean;
  readonly onOpen: (index: number, event: MouseEvent) => void;
  readonly onToggle: (index: number, event: MouseEvent) => void;
  readonly onSimilar: (index: number) => void;
  readonly onKey: (index: number, event: KeyboardEvent) => void;
}

export const PhotoTile = memo(function PhotoTile({
  photo,
  index,
  width,
  categories,
  selected,
  outdated,
  tabbable,
  onOpen,
  onToggle,
  onSimilar,
  onKey,
}: PhotoTileProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus belongs to the button in the cell (APG, grid pattern)
    <div
      role="gridcell"
      aria-selected={selected}
      className={`${styles.tile} ${selected ? styles.tileSelected : ''}`}
      style={{ width }}
    >
      <button
        type="button"
        className={styles.tileOpen}
        data-index={index}
        tabIndex={tabbable ? 0 : -1}
        onClick={(event) => onOpen(index, event)}
        onKeyDown={(event) => onKey(index, event)}
      >
        {/* Another key asks again once there is a picture. */}
        <Thumbnail key={String(photo.pictured)} id={photo.id} alt={photo.name} />
      </button>
      <div className={styles.tileFoot} aria-hidden="true">
        {heldCategories(photo.probabilities, categories)
          .slice(0, TAGS_SHOWN)
          .map((held) => (
            <CategoryTag key={held.index} index={held.index} name={held.name} />
          ))}
      </div>
      {outdated && <span className={styles.outdated}>Drop again to search</span>}
      <button
        type="button"
        className={styles.tileSimilar}
        aria-label={`More like ${photo.name}`}
        title="More like this"
        tabIndex={-1}
        onClick={() => onSimilar(index)}
      >
        <span className={styles.tileMark}>
          <Icon name="similar" size={16} />
        </span>
      </button>
      <button
        type="button"
        role="checkbox"
        aria-checked={selected}
        aria-label={`Select ${photo.name}`}
        tabIndex={-1}
        className={styles.tileCheck}
        onClick={(event) => onToggle(index, event)}
      >
        <span className={styles.tileMark}>
          <Icon name="check" size={14} />
        </span>
      </button>
    </div>
  );
});
