import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { Region } from '../../../pipeline/api/pipeline.ts';
import { say } from '../language/say.ts';
import type { Point } from '../model/seedDistances.ts';
import styles from './EditableBox.module.css';
import { HANDLES, type Handle, movedRegion, resizedRegion } from './editedRegion.ts';
import { FocusBox } from './FocusBox.tsx';

/** How far an arrow key moves or sizes the box, as a share of the photo. */
const KEY_STEP = 0.02;

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -KEY_STEP, y: 0 },
  ArrowRight: { x: KEY_STEP, y: 0 },
  ArrowUp: { x: 0, y: -KEY_STEP },
  ArrowDown: { x: 0, y: KEY_STEP },
};

const FAR_CORNER: Handle = { x: 1, y: 1 };

interface EditableBoxProps {
  readonly region: Region;
  /** Index of the category whose colour the box has; null for a neutral one. */
  readonly category: number | null;
  /** What is in it. */
  readonly text: string;
  readonly onChange: (region: Region) => void;
  readonly onRemove: () => void;
}

interface Drag {
  readonly from: Region;
  readonly at: Point;
  readonly size: Point;
  /** Null while the whole box is moved. */
  readonly handle: Handle | null;
}

/** A drawn box that can be moved by its inside and sized by its handles; arrow keys move it, with Shift they size it. */
export function EditableBox({ region, category, text, onChange, onRemove }: EditableBoxProps) {
  const layer = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  // Whoever asked for a box by a key goes on with it by keys.
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const drag = useRef<Drag | null>(null);

  const begin = (handle: Handle | null) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || layer.current === null) return;
    const { width, height } = layer.current.getBoundingClientRect();
    drag.current = { from: region, at: { x: event.clientX, y: event.clientY }, size: { x: width, y: height }, handle };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.stopPropagation();
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (drag.current === null) return;
    const { from, at, size, handle } = drag.current;
    const by = { x: (event.clientX - at.x) / size.x, y: (event.clientY - at.y) / size.y };
    onChange(handle === null ? movedRegion(from, by) : resizedRegion(from, handle, by));
    event.stopPropagation();
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    drag.current = null;
    event.stopPropagation();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined)
      onChange(event.shiftKey ? resizedRegion(region, FAR_CORNER, step) : movedRegion(region, step));
    else if (event.key === 'Escape' || event.key === 'Delete') onRemove();
    else return;
    event.preventDefault();
  };

  const { x0, y0, x1, y1 } = region;
  const dragging = { onPointerMove: move, onPointerUp: end, onPointerCancel: end };
  return (
    <>
      <FocusBox region={region} category={category} text={text} />
      <div ref={layer} className={styles.layer}>
        <div
          ref={box}
          className={styles.box}
          style={{
            left: `${x0 * 100}%`,
            top: `${y0 * 100}%`,
            width: `${(x1 - x0) * 100}%`,
            height: `${(y1 - y0) * 100}%`,
          }}
          role="application"
          aria-label={say.object.yourBox}
          aria-description={say.object.yourBoxKeys}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is operated by keys, so it has to take the focus
          tabIndex={0}
          onKeyDown={onKey}
          onPointerDown={begin(null)}
          {...dragging}
        >
          {HANDLES.map((handle) => (
            <span
              key={`${handle.x} ${handle.y}`}
              className={`${styles.handle} ${handle.x !== 0 && handle.y !== 0 ? styles.corner : ''}`}
              style={{
                left: `${(handle.x + 1) * 50}%`,
                top: `${(handle.y + 1) * 50}%`,
                cursor: cursorOf(handle),
              }}
              onPointerDown={begin(handle)}
              {...dragging}
            />
          ))}
        </div>
      </div>
    </>
  );
}

function cursorOf({ x, y }: Handle): string {
  if (x === 0) return 'ns-resize';
  if (y === 0) return 'ew-resize';
  return x === y ? 'nwse-resize' : 'nesw-resize';
}
