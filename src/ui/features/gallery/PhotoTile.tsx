import { memo } from 'react';
import { CategoryTag } from '../../shared/controls/CategoryTag.tsx';
import { Icon } from '../../shared/controls/Icon.tsx';
import { usePhotoSummary } from '../../shared/facet/usePhotoSummary.ts';
import { say } from '../../shared/language/say.ts';
import { type Category, heldCategories } from '../../shared/model/category.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import { useLongPress } from '../../shared/selection/useLongPress.ts';
import styles from './PhotoTile.module.css';
import type { GridActions } from './useGridActions.ts';

/** More names than these would cover the photo. */
const TAGS_SHOWN = 3;

interface PhotoTileProps {
  readonly number: number;
  readonly index: number;
  readonly width: number;
  readonly categories: readonly Category[];
  readonly selected: boolean;
  /** The one tile of the grid that Tab reaches; arrow keys go on from there. */
  readonly tabbable: boolean;
  readonly actions: GridActions;
}

/** A photo in the grid; a plain ground until it is known what it is. */
export const PhotoTile = memo(function PhotoTile({
  number,
  index,
  width,
  categories,
  selected,
  tabbable,
  actions,
}: PhotoTileProps) {
  const photo = usePhotoSummary(number);
  const longPress = useLongPress(() => actions.toggle(index, false));
  const id = photo?.id;
  const name = photo?.name ?? say.common.photo;
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
        {...(photo ? {} : { 'aria-label': name })}
        {...longPress}
        onClick={(event) => {
          if (id !== undefined && !longPress.pressed()) actions.open(index, id, event);
        }}
        onKeyDown={(event) => actions.key(index, event)}
      >
        {/* Another key asks again once there is a picture. */}
        {photo && <Thumbnail key={String(photo.pictured)} id={photo.id} alt={photo.name} />}
      </button>
      {photo && (
        <div className={styles.tileFoot} aria-hidden="true">
          {heldCategories(photo.probabilities, categories)
            .slice(0, TAGS_SHOWN)
            .map((held) => (
              <CategoryTag key={held.index} index={held.index} name={held.name} />
            ))}
        </div>
      )}
      {photo?.outdated && <span className={styles.outdated}>{say.gallery.dropAgain}</span>}
      {photo?.favourite && (
        <span className={styles.favourite}>
          <Icon name="heart" size={16} />
          <span className="visuallyHidden">{say.common.favourite}</span>
        </span>
      )}
      {id !== undefined && (
        <button
          type="button"
          className={styles.tileSimilar}
          aria-label={say.common.moreLike(name)}
          title={say.common.moreLikeThis}
          tabIndex={-1}
          onClick={() => actions.similar(id)}
        >
          <span className={styles.tileMark}>
            <Icon name="similar" size={16} />
          </span>
        </button>
      )}
      <button
        type="button"
        role="checkbox"
        aria-checked={selected}
        aria-label={say.common.select(name)}
        tabIndex={-1}
        className={styles.tileCheck}
        onClick={(event) => actions.toggle(index, event.shiftKey)}
      >
        <span className={styles.tileMark}>
          <Icon name="check" size={14} />
        </span>
      </button>
    </div>
  );
});
