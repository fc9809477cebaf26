import { memo } from 'react';
import type { Category } from '../../shared/model/category.ts';
import type { JustifiedRows } from '../../shared/model/justifiedRows.ts';
import type { NumberSet } from '../../shared/selection/numberSet.ts';
import styles from './PhotoGrid.module.css';
import { PhotoTile } from './PhotoTile.tsx';
import type { GridActions } from './useGridActions.ts';

interface GridRowProps {
  readonly rows: JustifiedRows;
  readonly row: number;
  /** CSS pixels below the first row that is drawn. */
  readonly offset: number;
  readonly numbers: Uint32Array;
  readonly categories: readonly Category[];
  readonly selected: NumberSet;
  /** The one photo of the grid that Tab reaches, −1 where it is in another row; arrow keys go on from there. */
  readonly tabbable: number;
  readonly actions: GridActions;
}

export const GridRow = memo(function GridRow({
  rows,
  row,
  offset,
  numbers,
  categories,
  selected,
  tabbable,
  actions,
}: GridRowProps) {
  const start = rows.start(row);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus belongs to the buttons in the cells (APG, grid pattern)
    <div
      role="row"
      aria-rowindex={row + 1}
      className={styles.row}
      style={{ height: rows.heightOf(row), gap: rows.layout.gap, transform: `translateY(${offset}px)` }}
    >
      {rows.widths(row).map((width, i) => {
        const number = numbers[start + i] ?? 0;
        return (
          <PhotoTile
            key={number}
            number={number}
            index={start + i}
            width={width}
            categories={categories}
            selected={selected.has(number)}
            tabbable={start + i === tabbable}
            actions={actions}
          />
        );
      })}
    </div>
  );
});
