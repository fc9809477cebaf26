import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { Region } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { heldCategories, holds } from '../../shared/model/category.ts';
import { objectName } from '../../shared/model/objectName.ts';
import { proposalRegion, strongestProposals } from '../../shared/model/proposals.ts';
import { shownPicture } from '../../shared/model/shownPicture.ts';
import { type Focus, NO_FOCUS } from '../../shared/regions/focus.ts';
import { foundBoxes } from '../../shared/regions/foundBoxes.ts';
import { ProposalOverlay } from '../../shared/regions/ProposalOverlay.tsx';
import { searchRoute } from '../../shared/route/route.ts';
import { CategoryBars } from './CategoryBars.tsx';
import { CategoryTools } from './CategoryTools.tsx';
import { HeatOverlay } from './HeatOverlay.tsx';
import { HowItSees } from './HowItSees.tsx';
import { insideBox, ObjectCard } from './ObjectCard.tsx';
import panelStyles from './Panel.module.css';
import { PhotoHead } from './PhotoHead.tsx';
import { PhotoTools } from './PhotoTools.tsx';
import { PickedObjects } from './PickedObjects.tsx';
import { PyramidOverlay } from './PyramidOverlay.tsx';
import { type PickedObject, withPicked } from './pickedObjects.ts';
import { ShownPicture } from './ShownPicture.tsx';
import stageStyles from './Stage.module.css';
import { SuperpixelOverlay } from './SuperpixelOverlay.tsx';
import type { Seeing } from './seeing.ts';
import { useAlike } from './useAlike.ts';
import { type FullPicture, useFullPicture } from './useFullPicture.ts';
import { useFullScreen } from './useFullScreen.ts';
import { usePhotoDetail } from './usePhotoDetail.ts';
import { usePhotoKeys } from './usePhotoKeys.ts';
import { useSuperpixels } from './useSuperpixels.ts';
import { ZoomFrame } from './ZoomFrame.tsx';

/** Few enough to tell apart, many enough to show what proposals are. */
const SHOWN_AT_FIRST = 10;
const BARS_AT_LEAST = 4;
/** Where a box begins that is not drawn by a pointer. */
const MIDDLE: Region = { x0: 0.3, y0: 0.3, x1: 0.7, y1: 0.7 };

interface PhotoViewProps {
  readonly photo: NumberedSummary;
  readonly bar: ReactNode;
  /** −1 to the previous photo, 1 to the next. */
  readonly onStep: (step: -1 | 1) => void;
  /** Called when the photo is removed. */
  readonly onGone: () => void;
}

/** One photo, what was found in it, and searches by all of it or by one object in it. */
export function PhotoView({ photo, bar, onStep, onGone }: PhotoViewProps) {
  const { id, width, height, probabilities } = photo;
  const { router } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const state = usePhotoDetail(id);
  const detail = state.phase === 'ready' ? state.detail : null;
  const full = useFullPicture(id);
  const [focus, setFocus] = useState<Focus>(NO_FOCUS);
  const [picked, setPicked] = useState<readonly PickedObject[]>([]);
  const [seeing, setSeeing] = useState<Seeing>('objects');
  const superpixels = useSuperpixels(id, seeing === 'superpixels');
  const [asked, setCount] = useState(SHOWN_AT_FIRST);
  const most = Math.max(0, (detail?.analysis.objectness.length ?? 1) - 1);
  const count = Math.min(asked, most);
  const stage = useRef<HTMLDivElement>(null);
  const fullScreen = useFullScreen(stage);

  const shown = useMemo(
    () => (detail === null ? [] : strongestProposals(detail.analysis.objectness, count)),
    [detail, count],
  );
  const found = useMemo(
    () => (detail === null ? [] : foundBoxes(detail.analysis, probabilities, categories)),
    [detail, probabilities, categories],
  );
  const drawn = focus.kind === 'region' ? focus.region : null;
  const chosen = focus.kind === 'category' ? focus.index : null;
  const warmest =
    chosen ?? heldCategories(probabilities, categories)[0]?.index ?? probabilities.indexOf(Math.max(...probabilities));

  const regionOf = (one: Focus): Region | null => {
    if (one.kind === 'region') return one.region;
    if (detail === null || one.kind === 'none') return null;
    const { boxes, winners } = detail.analysis;
    return proposalRegion(boxes, one.kind === 'category' ? (winners[one.index] ?? 0) : one.index);
  };
  const alike = useAlike(id, focus.kind, focus.kind === 'category' ? null : regionOf(focus));
  const inside = drawn === null ? null : insideBox(alike);
  const drawnName = inside === null ? null : objectName(inside, categories);
  const searchBy = (region: Region) => router.go(searchRoute({ kind: 'photo', id }, region, 'grouped'));
  const pick = (object: PickedObject) => setPicked(withPicked(picked, object));
  const toggleBoxes = () => {
    setFocus(NO_FOCUS);
    setSeeing(seeing === 'proposals' ? 'objects' : 'proposals');
  };
  const drawBox = () => {
    if (seeing !== 'proposals') setSeeing('objects');
    setFocus(drawn === null ? { kind: 'region', region: MIDDLE } : NO_FOCUS);
  };
  usePhotoKeys({
    b: toggleBoxes,
    d: drawBox,
    f: fullScreen.alone ? fullScreen.leave : fullScreen.enter,
    ...(fullScreen.alone ? { Escape: fullScreen.leave } : {}),
  });

  return (
    <>
      <div
        ref={stage}
        className={stageStyles.stage}
        style={{ '--ratio': width / height }}
        data-alone={fullScreen.alone ? '' : undefined}
      >
        {bar}
        <ZoomFrame
          width={width}
          height={height}
          picture={<ShownPicture photo={photo} full={full} />}
          touchDraws={drawn !== null}
          draws={(event, zoomed) => {
            if (seeing !== 'objects' && seeing !== 'proposals') return true;
            if (event.pointerType === 'touch') return drawn !== null;
            return !zoomed || event.shiftKey;
          }}
          onSwipe={onStep}
          onDoubleTap={() => setFocus(NO_FOCUS)}
          tools={
            <PhotoTools
              allBoxes={seeing === 'proposals'}
              onAllBoxes={toggleBoxes}
              drawing={drawn !== null}
              onDraw={drawBox}
              alone={fullScreen.alone}
              onAlone={fullScreen.alone ? fullScreen.leave : fullScreen.enter}
            />
          }
        >
          {(zoomed) => (
            <>
              {superpixels.phase === 'ready' && <SuperpixelOverlay map={superpixels.map} />}
              {detail !== null && seeing === 'heat' && (
                <HeatOverlay detail={detail} category={warmest} name={categories[warmest]?.name ?? ''} />
              )}
              {detail !== null && seeing === 'pyramid' && (
                <PyramidOverlay
                  width={width}
                  height={height}
                  region={regionOf(focus) ?? found[0]?.region ?? { x0: 0, y0: 0, x1: 1, y1: 1 }}
                />
              )}
              {detail !== null && seeing !== 'superpixels' && seeing !== 'heat' && (
                <ProposalOverlay
                  detail={detail}
                  shown={shown}
                  focus={focus}
                  onFocus={setFocus}
                  quiet={seeing !== 'proposals'}
                  found={found}
                  picked={picked}
                  onSearch={searchBy}
                  live
                  draws={(event) => (event.pointerType === 'touch' ? drawn !== null : !zoomed || event.shiftKey)}
                  drawnName={drawnName}
                />
              )}
            </>
          )}
        </ZoomFrame>
      </div>
      <div className={panelStyles.panel}>
        <PhotoHead photo={photo} shown={shownText(full, photo)} onGone={onGone} />
        {state.phase === 'failed' && (
          <p className={panelStyles.note} role="alert">
            {`${say.photo.notLoaded} ${state.message}`}
          </p>
        )}
        {picked.length > 0 && <PickedObjects of={id} picked={picked} onPicked={setPicked} />}
        {detail !== null && (focus.kind === 'proposal' || focus.kind === 'region') && (
          <ObjectCard
            detail={detail}
            shown={shown}
            focus={focus}
            alike={alike}
            onFocus={setFocus}
            onSearch={searchBy}
            onPick={pick}
          />
        )}
        <section className={panelStyles.section} aria-label={say.common.whatIsInIt}>
          <h3>
            {say.common.whatIsInIt} <span>{say.photo.chooseOne}</span>
          </h3>
          <CategoryBars
            categories={categories}
            probabilities={probabilities}
            atLeast={BARS_AT_LEAST}
            chosen={chosen}
            onChoose={(index) => setFocus(index === null ? NO_FOCUS : { kind: 'category', index })}
            onSearch={(index) => {
              const region = regionOf({ kind: 'category', index });
              if (region !== null) searchBy(region);
            }}
            under={(index) => (
              <CategoryTools
                id={id}
                category={index}
                name={categories[index]?.name ?? ''}
                held={holds(probabilities, categories, index)}
                region={regionOf({ kind: 'category', index })}
                onSearch={searchBy}
                onPick={pick}
              />
            )}
          />
        </section>
        <HowItSees
          seeing={seeing}
          onSee={setSeeing}
          photo={photo}
          count={count}
          most={most}
          onCount={setCount}
          superpixels={superpixels}
          category={categories[warmest]?.name ?? ''}
        />
      </div>
    </>
  );
}

/** Empty while the picture is being looked for. */
function shownText(full: FullPicture, { width, height }: NumberedSummary): string {
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
