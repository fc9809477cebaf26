import { useEffect, useEffectEvent, useRef } from 'react';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotosById } from '../../shared/facet/useSnapshot.ts';
import type { Overlay } from '../../shared/route/route.ts';
import { MatchView } from './MatchView.tsx';
import photoOverlay from './PhotoOverlay.module.css';
import { PhotoView } from './PhotoView.tsx';
import stageStyles from './Stage.module.css';
import { StageBar } from './StageBar.tsx';
import { useNeighbours } from './useNeighbours.ts';

interface PhotoOverlayProps {
  readonly overlay: Extract<Overlay, { kind: 'photo' | 'match' }>;
}

/** An opened photo over the page. Escape closes it, arrow keys turn to its neighbours; the focus returns afterwards. */
export function PhotoOverlay({ overlay }: PhotoOverlayProps) {
  const { router } = useFacet();
  const photo = usePhotosById().get(overlay.id);
  const { previous, next, place, total } = useNeighbours(overlay);
  const dialog = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.focus();
    return () => {
      // The page under the photo becomes reachable only after this render.
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    };
  }, []);

  const go = (id: string | null) => {
    if (id !== null) router.open({ ...overlay, id }, 'replace');
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // A slider keeps its own arrow keys, and a dialog over the photo its own Escape.
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    const inSlider = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape') router.close();
    else if (event.key === 'ArrowLeft' && !inSlider) go(previous);
    else if (event.key === 'ArrowRight' && !inSlider) go(next);
    else return;
    event.preventDefault();
  });
  // On the window, since the focus may fall to the page when a focused control disappears.
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div
      ref={dialog}
      className={photoOverlay.overlay}
      role="dialog"
      aria-modal="true"
      aria-label={photo?.name ?? 'Photo'}
      tabIndex={-1}
    >
      {photo === undefined ? (
        <div className={stageStyles.stage}>
          <StageBar place="" previous={null} next={null} onGo={go} />
          <div className={stageStyles.canvas}>
            <p role="status">This photo is no longer in the gallery.</p>
          </div>
        </div>
      ) : overlay.kind === 'photo' ? (
        <PhotoView
          key={photo.id}
          photo={photo}
          bar={<StageBar place={`${place + 1} of ${total}`} previous={previous} next={next} onGo={go} />}
          onGone={() => ((next ?? previous) === null ? router.close() : go(next ?? previous))}
        />
      ) : (
        <MatchView
          key={photo.id}
          photo={photo}
          rowCategory={overlay.category}
          bar={<StageBar place={`Match ${place + 1} of ${total}`} previous={previous} next={next} onGo={go} />}
        />
      )}
    </div>
  );
}
