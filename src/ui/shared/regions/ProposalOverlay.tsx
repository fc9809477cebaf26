import { type PointerEvent, useState } from 'react';
import type { PhotoDetail, Region } from '../../../pipeline/api/pipeline.ts';
import { useSnapshot } from '../facet/useSnapshot.ts';
import { holds } from '../model/category.ts';
import { categoryColour } from '../model/categoryColour.ts';
import { percent } from '../model/format.ts';
import { proposalAt, proposalRegion, proposalRow, surest } from '../model/proposals.ts';
import { FocusBox } from './FocusBox.tsx';
import type { Focus } from './focus.ts';
import { shareOf } from './pointerShare.ts';
import styles from './regions.module.css';

/** A drag shorter than this share of the photo counts as a tap. */
const SMALLEST_DRAWN = 0.03;

interface ProposalOverlayProps {
  readonly detail: PhotoDetail;
  /** Indices of the proposals to draw. */
  readonly shown: readonly number[];
  readonly focus: Focus;
  readonly onFocus: (focus: Focus) => void;
  /** Draws a proposal only while the pointer is over it. */
  readonly quiet?: boolean;
}

/** The proposals over the photo. A tap chooses the smallest one under it, a drag draws a new box. */
export function ProposalOverlay({ detail, shown, focus, onFocus, quiet = false }: ProposalOverlayProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const { analysis } = detail;
  const [over, setOver] = useState<number | null>(null);
  const [drag, setDrag] = useState<{ readonly x: number; readonly y: number; readonly region: Region | null } | null>(
    null,
  );

  const onMove = (event: PointerEvent<SVGSVGElement>) => {
    const { x, y } = shareOf(event);
    if (drag === null) setOver(event.pointerType === 'touch' ? null : proposalAt(analysis.boxes, shown, x, y));
    else setDrag({ ...drag, region: between(drag, { x, y }) });
  };
  const onUp = (event: PointerEvent<SVGSVGElement>) => {
    const region = drag?.region ?? null;
    setDrag(null);
    if (region !== null && region.x1 - region.x0 > SMALLEST_DRAWN && region.y1 - region.y0 > SMALLEST_DRAWN) {
      onFocus({ kind: 'region', region });
      return;
    }
    const { x, y } = shareOf(event);
    const index = proposalAt(analysis.boxes, shown, x, y);
    onFocus(index === null ? { kind: 'none' } : { kind: 'proposal', index });
  };

  const drawn = drag?.region ?? null;
  return (
    <>
      <svg
        className={`${styles.boxes} ${styles.tappable}`}
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${shown.length} proposals`}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          // A finger scrolls the page; only a mouse or a pen can draw.
          if (event.pointerType !== 'touch') event.currentTarget.setPointerCapture(event.pointerId);
          setDrag(event.pointerType === 'touch' ? null : { ...shareOf(event), region: null });
        }}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={() => setDrag(null)}
        onPointerLeave={() => setOver(null)}
      >
        {focus.kind === 'none' &&
          (quiet ? shown.filter((index) => index === over) : [...shown].reverse()).map((index) => {
            const { x0, y0, x1, y1 } = proposalRegion(analysis.boxes, index);
            const best = surest(proposalRow(analysis, index));
            const named = best !== null && holds(proposalRow(analysis, index), categories, best.index);
            return (
              <g key={index}>
                <rect className={styles.boxShadow} x={x0} y={y0} width={x1 - x0} height={y1 - y0} />
                <rect
                  className={`${styles.box} ${index === over ? styles.boxOver : ''}`}
                  {...(named ? { 'data-hue': '', style: categoryColour(best.index) } : {})}
                  x={x0}
                  y={y0}
                  width={x1 - x0}
                  height={y1 - y0}
                />
              </g>
            );
          })}
      </svg>
      {drawn !== null ? <FocusBox region={drawn} category={null} text="" /> : <Focused detail={detail} focus={focus} />}
    </>
  );
}

/** The highlighted box with its name. */
function Focused({ detail: { analysis }, focus }: { readonly detail: PhotoDetail; readonly focus: Focus }) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  switch (focus.kind) {
    case 'none':
      return null;
    case 'category': {
      const winner = analysis.winners[focus.index] ?? 0;
      const text = `${categories[focus.index]?.name ?? ''} ${percent(analysis.probabilities[focus.index] ?? 0)}`;
      return <FocusBox region={proposalRegion(analysis.boxes, winner)} category={focus.index} text={text} />;
    }
    case 'proposal': {
      const row = proposalRow(analysis, focus.index);
      const best = surest(row);
      if (best === null)
        return <FocusBox region={proposalRegion(analysis.boxes, focus.index)} category={null} text="" />;
      // Below its gate a category is a guess, and guesses have no colour.
      const sure = holds(row, categories, best.index);
      const text = `${sure ? '' : 'perhaps '}${categories[best.index]?.name ?? ''} ${percent(best.probability)}`;
      return (
        <FocusBox
          region={proposalRegion(analysis.boxes, focus.index)}
          category={sure ? best.index : null}
          text={text}
        />
      );
    }
    case 'region':
      return <FocusBox region={focus.region} category={null} text="Your box" />;
  }
}

function between(a: { readonly x: number; readonly y: number }, b: { readonly x: number; readonly y: number }): Region {
  return { x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) };
}
