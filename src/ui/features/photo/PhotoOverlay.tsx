import { useEffect, useEffectEvent, useRef } from 'react';
import { Spinner } from '../../shared/controls/Waiting.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotoSummary } from '../../shared/facet/usePhotoSummary.ts';
import { say } from '../../shared/language/say.ts';
import type { Overlay } from '../../shared/route/route.ts';
import { Filmstrip } from './Filmstrip.tsx';
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
  const photo = usePhotoSummary(overlay.id);
  const { previous, next, place, total, photos } = useNeighbours(overlay);
  const dialog = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.focus();
    return () => {
      // The page under the photo becomes reachable only after this render. Whoever was quicker, with "/" say, stays where they are.
      requestAnimationFrame(() => {
        const elsewhere = document.activeElement !== null && document.activeElement !== document.body;
        if (!elsewhere && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    };
  }, []);

  const go = (id: string | null) => {
    if (id !== null) router.open({ ...overlay, id }, 'replace');
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // A dialog over the photo keeps its own Escape.
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    // A photo that is larger than its stage is moved by them, and a slider keeps its own.
    const taken =
      event.target instanceof HTMLInputElement || dialog.current?.querySelector('[data-takes-arrows]') !== null;
    if (event.key === 'Escape') router.close();
    else if (event.key === 'ArrowLeft' && !taken) go(previous);
    else if (event.key === 'ArrowRight' && !taken) go(next);
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
      aria-label={photo?.name ?? say.common.photo}
      tabIndex={-1}
    >
      {photo === undefined || photo === null ? (
        <div className={stageStyles.stage}>
          <StageBar place="" previous={null} next={null} onGo={go} />
          <div className={stageStyles.canvas}>
            {photo === null ? <p role="status">{say.photo.gone}</p> : <Spinner />}
          </div>
        </div>
      ) : overlay.kind === 'photo' ? (
        <PhotoView
          key={photo.id}
          photo={photo}
          bar={<StageBar place={say.counts.of(place + 1, total)} previous={previous} next={next} onGo={go} />}
          onStep={(step) => go(step < 0 ? previous : next)}
          onGone={() => ((next ?? previous) === null ? router.close() : go(next ?? previous))}
        />
      ) : (
        <MatchView
          key={photo.id}
          photo={photo}
          rowCategory={overlay.category}
          bar={<StageBar place={say.photo.match(place + 1, total)} previous={previous} next={next} onGo={go} />}
        />
      )}
      {/* Beside the photo and not in it, so that it stays where it is when another photo is opened. */}
      {photo && total > 1 && <Filmstrip photos={photos} place={place} onGo={go} />}
    </div>
  );
}
