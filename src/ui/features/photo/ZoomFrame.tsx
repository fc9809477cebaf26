import { type PointerEvent, type ReactNode, useRef } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { say } from '../../shared/language/say.ts';
import { percent } from '../../shared/model/format.ts';
import styles from './Stage.module.css';
import tools from './StageTools.module.css';
import { useZoom } from './useZoom.ts';

interface ZoomFrameProps {
  readonly width: number;
  readonly height: number;
  readonly picture: ReactNode;
  /** The layer on top of the picture, of exactly its size. */
  readonly children: (zoomed: boolean) => ReactNode;
  /** Buttons before those for the zoom. */
  readonly tools: ReactNode;
  /** What a touch does: scrolls the page and swipes, or draws. */
  readonly touchDraws: boolean;
  readonly draws: (event: PointerEvent, zoomed: boolean) => boolean;
  readonly onSwipe: (step: -1 | 1) => void;
  readonly onDoubleTap: () => void;
}

/** A picture as large as its place allows, which can be zoomed and moved, with the tools for it. */
export function ZoomFrame({
  width,
  height,
  picture,
  children,
  touchDraws,
  tools: before,
  ...gestures
}: ZoomFrameProps) {
  const ratio = width / height;
  const canvas = useRef<HTMLDivElement>(null);
  const { zoom, zoomed, swiped, reset, zoomIn, zoomOut, handlers } = useZoom(canvas, { ratio, ...gestures });
  const { scale, offset } = zoom;
  return (
    <>
      <div
        ref={canvas}
        className={`${styles.canvas} ${zoomed ? styles.zoomed : ''} ${touchDraws ? styles.drawing : ''}`}
        {...(zoomed && { 'data-takes-arrows': '' })}
        {...handlers}
      >
        <div
          className={styles.frame}
          style={{
            width: `calc(min(100cqw, ${(100 * ratio).toFixed(3)}cqh) * ${scale})`,
            aspectRatio: `${width} / ${height}`,
            translate: `${offset.x + swiped}px ${offset.y}px`,
          }}
        >
          {picture}
          {children(zoomed)}
        </div>
      </div>
      <div className={tools.tools} role="toolbar" aria-label={say.photo.tools}>
        {before}
        <span className={tools.zoom}>
          <Button label={say.photo.zoomOut} icon="minus" shape="icon" disabled={!zoomed} onClick={zoomOut} />
          <button
            type="button"
            className={tools.scale}
            aria-label={say.photo.zoom(percent(scale))}
            disabled={!zoomed}
            onClick={reset}
          >
            {Math.round(scale * 100)} %
          </button>
          <Button label={say.photo.zoomIn} icon="add" shape="icon" onClick={zoomIn} />
        </span>
      </div>
    </>
  );
}
