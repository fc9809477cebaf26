import type { Region } from '../../../pipeline/api/pipeline.ts';
import { Icon } from '../controls/Icon.tsx';
import { say } from '../language/say.ts';
import type { HeldCategory } from '../model/category.ts';
import { categoryColour } from '../model/categoryColour.ts';
import { percent } from '../model/format.ts';
import styles from './FoundLabels.module.css';
import type { FoundBox } from './foundBoxes.ts';
import { labelPlaces } from './labelPlaces.ts';

/** Of the labels' font, CSS pixels; a label that turns out wider only comes nearer to its neighbour. */
const LETTER = 7;
const PADDING = 20;
const SEARCH = 26;
const HEIGHT = 24;
/** What a finger needs. */
const TOUCH = 44;

interface FoundLabelsProps {
  readonly found: readonly FoundBox[];
  /** Size of the photo on the screen, CSS pixels. */
  readonly frame: { readonly width: number; readonly height: number };
  /** The category whose box is highlighted; undefined while none is and all labels are shown. */
  readonly chosen: number | null | undefined;
  readonly onChoose: (category: number) => void;
  readonly onSearch: (region: Region) => void;
}

/** The names on the boxes of what was found: one chooses the object, the lens beside it searches by it. */
export function FoundLabels({ found, frame, chosen, onChoose, onSearch }: FoundLabelsProps) {
  const labels = found.flatMap(({ region, categories }) => categories.map((category) => ({ region, category })));
  const touch = window.matchMedia('(pointer: coarse)').matches;
  const places = labelPlaces(
    labels.map(({ region, category }) => ({
      region,
      width: textOf(category).length * LETTER + PADDING + (touch ? TOUCH : SEARCH),
      height: touch ? TOUCH : HEIGHT,
    })),
    frame,
  );
  return labels.map(({ region, category }, at) => (
    <span
      key={category.index}
      className={`${styles.label} ${chosen === undefined ? '' : chosen === category.index ? styles.chosen : styles.aside}`}
      data-hue
      style={{ ...categoryColour(category.index), left: places[at]?.x, top: places[at]?.y }}
    >
      <button
        type="button"
        className={styles.name}
        aria-pressed={chosen === category.index}
        onClick={() => onChoose(category.index)}
      >
        {textOf(category)}
      </button>
      <button
        type="button"
        className={styles.search}
        aria-label={say.common.searchByThis(category.name)}
        title={say.common.searchByThis(category.name)}
        onClick={() => onSearch(region)}
      >
        <Icon name="search" size={14} />
      </button>
    </span>
  ));
}

function textOf({ name, probability }: HeldCategory): string {
  return `${say.category(name)} ${percent(probability)}`;
}
