import { useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { Message } from '../../shared/controls/Message.tsx';
import { Waiting } from '../../shared/controls/Waiting.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import type { MapPlace } from '../../shared/route/mapPlace.ts';
import { GALLERY } from '../../shared/route/route.ts';
import { SelectionBar } from '../../shared/selection/SelectionBar.tsx';
import { useSelection } from '../../shared/selection/useSelection.ts';
import { useSelectionKeys } from '../../shared/selection/useSelectionKeys.ts';
import { MapCanvas, type MapSteps } from './MapCanvas.tsx';
import styles from './map.module.css';
import type { MapModel } from './mapModel.ts';
import { useCollectionMap } from './useCollectionMap.ts';

/** All photos in two dimensions: what is alike lies together. */
export function MapView({ place }: { readonly place: MapPlace | null }) {
  const { router } = useFacet();
  const total = useSnapshot((snapshot) => snapshot.gallery.total);
  const { state, changed, again } = useCollectionMap();
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Button label={say.common.gallery} icon="back" look="quiet" onClick={() => router.base(GALLERY)} />
        <h1 className={styles.title}>{say.map.title}</h1>
        {changed && state.phase === 'drawn' && <Button label={say.map.changed} icon="retry" onClick={again} />}
      </div>
      {state.phase === 'drawing' && <Waiting>{say.map.drawing(total)}</Waiting>}
      {state.phase === 'failed' && (
        <Message title={say.map.failed} role="alert">
          <p>{state.message}</p>
        </Message>
      )}
      {state.phase === 'drawn' && state.model.photos === 0 && (
        <Message title={say.map.empty} role="status">
          <p>{say.map.emptyHelp}</p>
        </Message>
      )}
      {state.phase === 'drawn' && state.model.photos > 0 && <DrawnMap model={state.model} place={place} />}
    </div>
  );
}

function DrawnMap({ model, place }: { readonly model: MapModel; readonly place: MapPlace | null }) {
  const { numbers, leftOut } = model.map;
  const selection = useSelection(numbers);
  useSelectionKeys(selection);
  const [drawing, setDrawing] = useState(false);
  return (
    <>
      <MapCanvas model={model} address={place} selection={selection} drawing={drawing} onDrawing={setDrawing}>
        {(steps) => (
          <>
            <Regions model={model} steps={steps} />
            <div className={styles.tools} role="group" aria-label={say.map.title}>
              <Button
                label={say.map.draw}
                icon="lasso"
                shape="icon"
                aria-pressed={drawing}
                look={drawing ? 'primary' : 'plain'}
                onClick={() => setDrawing(!drawing)}
              />
              <Button label={say.map.zoomIn} icon="add" shape="icon" onClick={() => steps.zoom(STEP)} />
              <Button label={say.map.zoomOut} icon="minus" shape="icon" onClick={() => steps.zoom(1 / STEP)} />
              <Button label={say.map.whole} icon="expand" shape="icon" onClick={steps.whole} />
            </div>
          </>
        )}
      </MapCanvas>
      <p className={styles.hint} role="status">
        {drawing ? say.map.drawHelp : say.map.help}
        {leftOut > 0 && ` ${say.map.leftOut(leftOut)}`}
      </p>
      {selection.selected.size > 0 && <SelectionBar selection={selection} list={numbers} />}
    </>
  );
}

const STEP = 1.6;

/** The groups on the map, largest first: a way through it without a pointer. */
function Regions({ model, steps }: { readonly model: MapModel; readonly steps: MapSteps }) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  if (model.regions.length === 0) return null;
  return (
    <div className={styles.regions} role="group" aria-label={say.map.goTo}>
      {model.regions.map((region) => {
        const name = say.category(categories[region.category]?.name ?? '');
        return (
          <button
            key={region.category}
            type="button"
            className={styles.region}
            data-hue
            style={categoryColour(region.category)}
            aria-label={say.map.group(name, region.count)}
            onClick={() => steps.region(region)}
          >
            <span className={styles.dot} />
            {name} <span className={styles.count}>{say.number(region.count)}</span>
          </button>
        );
      })}
    </div>
  );
}
