import { useEffect, useMemo, useState } from 'react';
import type { JustifiedLayout, JustifiedRows } from '../../shared/model/justifiedRows.ts';
import { JustifiedRowsBuilder } from '../../shared/model/justifiedRowsBuilder.ts';
import type { PhotoSection } from '../../shared/model/photoSections.ts';

/** So many photos are laid out at a time: a few milliseconds, in which the page does not answer. */
const PIECE = 150_000;

export const GAP = 8;
export const HEADER_HEIGHT = 46;

/** Narrow screens get lower rows, so that at least two photos fit side by side. */
function layoutFor(width: number): JustifiedLayout {
  return { width, rowHeight: width < 640 ? 132 : width < 1100 ? 190 : 220, gap: GAP, headerHeight: HEADER_HEIGHT };
}

/**
 * The rows of a list of photos in a grid of a width; null until the width is known. The first piece is there at once, the rest of a long
 * list a moment later.
 */
export function usePhotoRows(
  aspects: Float32Array,
  sections: readonly PhotoSection[],
  width: number,
): JustifiedRows | null {
  const builder = useMemo(() => {
    if (width <= 0) return null;
    const starts = Uint32Array.from(sections, ({ start }) => start);
    const made = new JustifiedRowsBuilder(aspects, starts, layoutFor(width));
    made.advance(PIECE);
    return made;
  }, [aspects, sections, width]);
  const first = useMemo(() => builder?.rows() ?? null, [builder]);
  const [whole, setWhole] = useState<{ readonly of: JustifiedRowsBuilder; readonly rows: JustifiedRows } | null>(null);

  useEffect(() => {
    if (builder === null || builder.done) return;
    let timer = setTimeout(function piece() {
      builder.advance(PIECE);
      if (builder.done) setWhole({ of: builder, rows: builder.rows() });
      else timer = setTimeout(piece);
    });
    return () => clearTimeout(timer);
  }, [builder]);
  return whole !== null && whole.of === builder ? whole.rows : first;
}
