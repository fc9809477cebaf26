import { type PointerEvent, useRef, useState } from 'react';
import type { PhotoDetail, Region } from '../../../pipeline/api/pipeline.ts';
import { useElementSize } from '../controls/useElementSize.ts';
import type { ObjectName } from '../model/objectName.ts';
import { proposalAt, proposalRegion, regionArea } from '../model/proposals.ts';
import type { Point } from '../model/seedDistances.ts';
import { BoxLayer } from './BoxLayer.tsx';
import { regionBetween, SMALLEST_SIDE } from './editedRegion.ts';
import { FocusBox } from './FocusBox.tsx';
import { Focused } from './Focused.tsx';
import { FoundLabels } from './FoundLabels.tsx';
import type { Focus } from './focus.ts';
import type { FoundBox } from './foundBoxes.ts';
import { PickedBoxes } from './PickedBoxes.tsx';
import { ProposalButtons } from './ProposalButtons.tsx';
import { shareOf } from './pointerShare.ts';
import styles from './regions.module.css';

/** A pointer that moved less than this between down and up has tapped. CSS pixels */
const TAP = 8;
const NONE: readonly FoundBox[] = [];

interface ProposalOverlayProps {
  readonly detail: PhotoDetail;
  /** Indices of the proposals that can be tapped. */
  readonly shown: readonly number[];
  readonly focus: Focus;
  readonly onFocus: (focus: Focus) => void;
  /** Draws a proposal only while the pointer is over it. */
  readonly quiet?: boolean;
  /** What was found, drawn and named. */
  readonly found?: readonly FoundBox[];
  /** Objects that are put together for a search; they are numbered. */
  readonly picked?: readonly { readonly region: Region }[];
  /** Searches by what was found in a box. */
  readonly onSearch?: (region: Region) => void;
  /** Whether this pointer draws a box; by default a mouse and a pen do, since a finger scrolls the page. */
  readonly draws?: (event: PointerEvent) => boolean;
  /** Tells of a box while it is being drawn, not only afterwards. */
  readonly live?: boolean;
  /** What a drawn box holds; null while that is unknown. */
  readonly drawnName?: ObjectName | null;
}

interface Press {
  readonly start: Point;
  readonly client: Point;
  readonly drawing: boolean;
}

/** What can be chosen on a photo. A tap chooses the smallest box under it, a drag draws a new one. */
export function ProposalOverlay({
  detail,
  shown,
  focus,
  onFocus,
  quiet = false,
  found = NONE,
  picked = NONE,
  onSearch = () => {},
  draws = ({ pointerType }) => pointerType !== 'touch',
  live = false,
  drawnName = null,
}: ProposalOverlayProps) {
  const { analysis } = detail;
  const { size, ref } = useElementSize();
  const [over, setOver] = useState<number | null>(null);
  const [drawn, setDrawn] = useState<Region | null>(null);
  const press = useRef<Press | null>(null);

  const onDown = (event: PointerEvent<HTMLDivElement>) => {
    // A second finger ends what the first began.
    if (event.button !== 0 || !event.isPrimary || onControl(event)) {
      press.current = null;
      return;
    }
    const drawing = draws(event);
    if (drawing) event.currentTarget.setPointerCapture(event.pointerId);
    press.current = { start: shareOf(event), client: { x: event.clientX, y: event.clientY }, drawing };
  };
  const onMove = (event: PointerEvent<HTMLDivElement>) => {
    const at = shareOf(event);
    if (press.current === null) {
      const index =
        event.pointerType === 'touch' || onControl(event) ? null : proposalAt(analysis.boxes, shown, at.x, at.y);
      setOver(index);
    } else if (press.current.drawing) {
      const region = regionBetween(press.current.start, at);
      if (!large(region)) return;
      if (live) onFocus({ kind: 'region', region });
      else setDrawn(region);
    }
  };
  const onUp = (event: PointerEvent<HTMLDivElement>) => {
    const pressed = press.current;
    press.current = null;
    setDrawn(null);
    if (pressed === null) return;
    const at = shareOf(event);
    const region = regionBetween(pressed.start, at);
    if (pressed.drawing && large(region)) onFocus({ kind: 'region', region });
    else if (Math.hypot(event.clientX - pressed.client.x, event.clientY - pressed.client.y) < TAP) onFocus(tapped(at));
  };
  const tapped = ({ x, y }: Point): Focus => {
    const index = proposalAt(analysis.boxes, shown, x, y);
    const area = index === null ? Infinity : regionArea(proposalRegion(analysis.boxes, index));
    const hit = found
      .filter(({ region }) => x >= region.x0 && x < region.x1 && y >= region.y0 && y < region.y1)
      .sort((a, b) => regionArea(a.region) - regionArea(b.region))[0];
    const category = hit?.categories[0];
    if (hit !== undefined && category !== undefined && (quiet || regionArea(hit.region) <= area))
      return { kind: 'category', index: category.index };
    return index === null ? { kind: 'none' } : { kind: 'proposal', index };
  };

  const plain = focus.kind === 'none' && drawn === null;
  return (
    <div
      ref={ref}
      className={styles.surface}
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={() => {
        press.current = null;
        setDrawn(null);
      }}
      onPointerLeave={() => setOver(null)}
    >
      {plain && (
        <BoxLayer
          analysis={analysis}
          drawn={quiet ? shown.filter((index) => index === over) : shown}
          found={found}
          over={over}
        />
      )}
      {!quiet && (
        <ProposalButtons analysis={analysis} shown={shown} onChoose={(index) => onFocus({ kind: 'proposal', index })} />
      )}
      {drawn !== null ? (
        <FocusBox region={drawn} category={null} text="" />
      ) : (
        <Focused detail={detail} focus={focus} found={found} drawnName={drawnName} onFocus={onFocus} />
      )}
      <PickedBoxes picked={picked} />
      <FoundLabels
        found={found}
        frame={size}
        chosen={plain ? undefined : focus.kind === 'category' ? focus.index : null}
        onChoose={(index) =>
          onFocus(focus.kind === 'category' && focus.index === index ? { kind: 'none' } : { kind: 'category', index })
        }
        onSearch={onSearch}
      />
    </div>
  );
}

function onControl({ target }: PointerEvent): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

function large({ x0, y0, x1, y1 }: Region): boolean {
  return x1 - x0 > SMALLEST_SIDE && y1 - y0 > SMALLEST_SIDE;
}
