import { useEffect, useMemo, useRef, useState } from 'react';
import { useElementSize } from '../../shared/controls/useElementSize.ts';
import { useWheel } from '../../shared/controls/useWheel.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot, useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import type { MapPlace } from '../../shared/route/mapPlace.ts';
import type { Selection } from '../../shared/selection/useSelection.ts';
import { cellAt, fitted, middleOf, zoomedAt } from './camera.ts';
import styles from './map.module.css';
import type { MapModel, MapRegion } from './mapModel.ts';
import { MapPictures } from './mapPictures.ts';
import { RegionNames } from './RegionNames.tsx';
import { useCamera } from './useCamera.ts';
import { useMapKeys } from './useMapKeys.ts';
import { useMapPainting } from './useMapPainting.ts';
import { useMapPointer } from './useMapPointer.ts';

interface MapCanvasProps {
  readonly model: MapModel;
  readonly address: MapPlace | null;
  readonly selection: Selection;
  /** Drags draw around photos. */
  readonly drawing: boolean;
  readonly onDrawing: (on: boolean) => void;
  /** Where the buttons over the map ask it to go. */
  readonly children: (go: MapSteps) => React.ReactNode;
}

/** What buttons do to the map. */
export interface MapSteps {
  readonly zoom: (factor: number) => void;
  readonly whole: () => void;
  readonly region: (region: MapRegion) => void;
}

/** The map on a canvas: moved and zoomed by pointer, fingers, wheel and keys. */
export function MapCanvas({ model, address, selection, drawing, onDrawing, children }: MapCanvasProps) {
  const { pipeline, router, theme } = useFacet();
  const choice = useStore(theme.choice);
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const { size, ref } = useElementSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { place, current, move, fly } = useCamera(model.box, size, address);
  const [focused, setFocused] = useState<number | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const [arrived, setArrived] = useState(0);
  const pictures = useMemo(() => new MapPictures(pipeline, () => setArrived((count) => count + 1)), [pipeline]);
  useEffect(() => () => pictures.close(), [pictures]);

  const open = (n: number | null) => {
    const number = n === null ? undefined : model.map.numbers[n];
    if (number === undefined) return;
    const known = pictures.summary(number);
    const found = known === undefined ? pipeline.summaries(Uint32Array.of(number)) : Promise.resolve([known]);
    void found.then(([summary]) => {
      if (summary) router.open({ kind: 'photo', id: summary.id });
    });
  };
  const photoAt = (at: { readonly x: number; readonly y: number }): number | null => {
    const cell = cellAt(current(), size, at);
    return model.photoIn(Math.round(cell.x), Math.round(cell.y));
  };
  const { lasso, handlers } = useMapPointer({
    place: current,
    size,
    drawing,
    onMove: move,
    onTap: (at) => {
      const n = photoAt(at);
      if (n === null) return;
      setFocused(n);
      // Dots are too small to be meant one by one: a tap on them comes nearer.
      if (place.zoom < 12) fly(zoomedAt(place, 48 / place.zoom, size, at));
      else if (selection.selected.size > 0) selection.toggle(n, false);
      else open(n);
    },
    onLasso: (line) => {
      selection.add(model.inside(line.map((point) => cellAt(current(), size, point))));
      onDrawing(false);
    },
  });

  useWheel(canvas, ({ deltaY, deltaMode, clientX, clientY }) => {
    if (canvas.current === null) return;
    const { left, top } = canvas.current.getBoundingClientRect();
    // Lines and pages are coarser than pixels.
    const lines = deltaY * [1, 16, 400][deltaMode]!;
    move(zoomedAt(current(), Math.exp(-lines / 300), size, { x: clientX - left, y: clientY - top }));
  });

  useMapPainting(canvas, {
    model,
    pictures,
    place,
    size,
    selected: selection.selected,
    focused: hasFocus ? focused : null,
    lasso,
    occasion: `${arrived} ${choice}`,
  });

  const steps: MapSteps = {
    zoom: (factor) => move(zoomedAt(current(), factor, size, middleOf(size))),
    whole: () => move(null),
    region: (region) => {
      setFocused(region.middle);
      fly(fitted(region.box, size));
    },
  };
  const onKeyDown = useMapKeys({
    model,
    size,
    current,
    move,
    focused,
    onFocused: setFocused,
    onOpen: open,
    selection,
    drawing,
    onDrawing,
  });
  const names = categories.map(({ name }) => say.category(name));

  return (
    <div ref={ref} className={styles.stage} data-drawing={drawing || undefined}>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is a widget of its own, whose keys are named in its description */}
      <canvas
        ref={canvas}
        className={styles.canvas}
        role="application"
        aria-roledescription={say.map.role}
        aria-label={say.map.of(model.photos)}
        aria-describedby="map-keys"
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
        {...handlers}
      />
      <p id="map-keys" className="visuallyHidden">
        {say.map.keys}
      </p>
      <RegionNames model={model} place={place} size={size} names={names} />
      <p className="visuallyHidden" role="status">
        {hasFocus && focused !== null && spoken(model, pictures, names, selection, focused)}
      </p>
      {children(steps)}
    </div>
  );
}

/** The photo that keys act on, for a screen reader. */
function spoken(
  model: MapModel,
  pictures: MapPictures,
  names: readonly string[],
  { selected }: Selection,
  n: number,
): string {
  const number = model.map.numbers[n] ?? 0;
  const category = names[model.map.strongest[n] ?? -1];
  const name = pictures.summary(number)?.name ?? say.map.photo(n + 1, model.photos);
  return [name, category ?? say.map.nothingFound, ...(selected.has(number) ? [say.map.selected] : [])].join(', ');
}
