import { type ReactNode, useMemo, useState } from 'react';
import type { PhotoSummary } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Slider } from '../../shared/controls/Slider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { holds } from '../../shared/model/category.ts';
import { strongestProposals } from '../../shared/model/proposals.ts';
import { shownPicture } from '../../shared/model/shownPicture.ts';
import { type Focus, NO_FOCUS } from '../../shared/regions/focus.ts';
import { ProposalOverlay } from '../../shared/regions/ProposalOverlay.tsx';
import { CategoryBars } from './CategoryBars.tsx';
import { Correction } from './Correction.tsx';
import { ObjectCard } from './ObjectCard.tsx';
import panelStyles from './Panel.module.css';
import { PhotoFrame } from './PhotoFrame.tsx';
import { PhotoHead } from './PhotoHead.tsx';
import { ShownPicture } from './ShownPicture.tsx';
import stageStyles from './Stage.module.css';
import { SuperpixelOverlay } from './SuperpixelOverlay.tsx';
import { SuperpixelSection } from './SuperpixelSection.tsx';
import { type FullPicture, useFullPicture } from './useFullPicture.ts';
import { usePhotoDetail } from './usePhotoDetail.ts';
import { useSuperpixels } from './useSuperpixels.ts';

/** Few enough to tell apart, many enough to show what proposals are. */
const SHOWN_AT_FIRST = 10;
const BARS_AT_LEAST = 4;

interface PhotoViewProps {
  readonly photo: PhotoSummary;
  readonly bar: ReactNode;
  /** Called when the photo is removed. */
  readonly onGone: () => void;
}

/** One photo, what was found in it, and searches by all of it or by one object in it. */
export function PhotoView({ photo, bar, onGone }: PhotoViewProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const state = usePhotoDetail(photo.id);
  const [count, setCount] = useState(SHOWN_AT_FIRST);
  const [focus, setFocus] = useState<Focus>(NO_FOCUS);
  const full = useFullPicture(photo.id);
  const [superpixelsShown, setSuperpixelsShown] = useState(false);
  const superpixels = useSuperpixels(photo.id, superpixelsShown);
  const detail = state.phase === 'ready' ? state.detail : null;
  const most = Math.max(0, (detail?.analysis.objectness.length ?? 1) - 1);
  const shown = useMemo(
    () => (detail === null ? [] : strongestProposals(detail.analysis.objectness, count)),
    [detail, count],
  );
  const chosen = focus.kind === 'category' ? focus.index : null;

  return (
    <>
      <div className={stageStyles.stage}>
        {bar}
        <PhotoFrame width={photo.width} height={photo.height} picture={<ShownPicture photo={photo} full={full} />}>
          {superpixels.phase === 'ready' && <SuperpixelOverlay map={superpixels.map} />}
          {superpixels.phase !== 'ready' && detail !== null && (
            <ProposalOverlay detail={detail} shown={shown} focus={focus} onFocus={setFocus} />
          )}
        </PhotoFrame>
      </div>
      <div className={panelStyles.panel}>
        <PhotoHead photo={photo} shown={shownText(full, photo)} onGone={onGone} />
        {state.phase === 'failed' && (
          <p className={panelStyles.note} role="alert">
            The objects in this photo could not be loaded. {state.message}
          </p>
        )}
        {detail !== null && (focus.kind === 'proposal' || focus.kind === 'region') && (
          <ObjectCard id={photo.id} detail={detail} shown={shown} focus={focus} onFocus={setFocus} />
        )}
        <section className={panelStyles.section} aria-label="What is in it">
          <h3>
            What is in it <span>choose one to see where</span>
          </h3>
          <CategoryBars
            categories={categories}
            probabilities={photo.probabilities}
            atLeast={BARS_AT_LEAST}
            chosen={chosen}
            onChoose={(index) => setFocus(index === null ? NO_FOCUS : { kind: 'category', index })}
            under={(index) => (
              <Correction
                id={photo.id}
                category={index}
                name={categories[index]?.name ?? ''}
                held={holds(photo.probabilities, categories, index)}
              />
            )}
          />
        </section>
        <section className={panelStyles.section} aria-label="Proposals">
          <h3>
            Proposals <span>{detail === null ? '' : `strongest ${Math.min(count, most)} of ${most}`}</span>
          </h3>
          <div className={panelStyles.row}>
            <Slider
              label="Proposals shown"
              min={0}
              max={most}
              value={Math.min(count, most)}
              text={`${Math.min(count, most)} of ${most} proposals`}
              onChange={setCount}
            />
          </div>
          <p className={panelStyles.note}>
            Tap one on the photo, or draw your own box, to search by that object alone.
          </p>
          {/* The way to the objects without a pointer: from there the card steps on. */}
          <div className={panelStyles.actions}>
            <Button
              label="Select the strongest"
              icon="object"
              disabled={shown[0] === undefined}
              onClick={() => setFocus(shown[0] === undefined ? NO_FOCUS : { kind: 'proposal', index: shown[0] })}
            />
          </div>
        </section>
        <SuperpixelSection shown={superpixelsShown} onShow={setSuperpixelsShown} state={superpixels} />
      </div>
    </>
  );
}

/** Empty while the picture is being looked for. */
function shownText(full: FullPicture, { width, height }: PhotoSummary): string {
  switch (full.phase) {
    case 'looking':
      return '';
    case 'decoded':
      return shownPicture(full.source, width, height);
    case 'thumbnail':
      return shownPicture('thumbnail', width, height);
    case 'gone':
      return shownPicture(null, width, height);
  }
}
