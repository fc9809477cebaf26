import { categoryColour } from '../../shared/model/categoryColour.ts';
import type { MapPlace } from '../../shared/route/mapPlace.ts';
import { pointOf, type ViewSize } from './camera.ts';
import styles from './map.module.css';
import type { MapModel } from './mapModel.ts';

interface RegionNamesProps {
  readonly model: MapModel;
  readonly place: MapPlace;
  readonly size: ViewSize;
  /** Of the categories, by index. */
  readonly names: readonly string[];
}

/** Pictures say more than names once they are this large, CSS pixels a cell. */
const LARGEST_NAMED_ZOOM = 32;
/** Of a name, CSS pixels; a letter takes about 7.5. */
const HEIGHT = 26;
const LETTER = 7.5;
const PADDING = 26;

/** What lies where, over the map: the names of the largest groups that have room. The list above the map has them all. */
export function RegionNames({ model, place, size, names }: RegionNamesProps) {
  if (place.zoom > LARGEST_NAMED_ZOOM) return null;
  const taken: { readonly x: number; readonly y: number; readonly width: number }[] = [];
  const shown = model.regions.flatMap(({ category, middle }) => {
    const text = names[category] ?? '';
    const width = text.length * LETTER + PADDING;
    const { x, y } = pointOf(place, size, { x: model.x(middle), y: model.y(middle) });
    const inSight = x > width / 2 && x < size.width - width / 2 && y > HEIGHT && y < size.height - HEIGHT;
    const free = taken.every(
      (other) => Math.abs(other.x - x) > (other.width + width) / 2 || Math.abs(other.y - y) > HEIGHT,
    );
    if (!inSight || !free) return [];
    taken.push({ x, y, width });
    return [{ category, text, x, y }];
  });
  return (
    <div className={styles.names} aria-hidden="true">
      {shown.map(({ category, text, x, y }) => (
        <span
          key={category}
          className={styles.name}
          data-hue
          style={{ ...categoryColour(category), transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}
