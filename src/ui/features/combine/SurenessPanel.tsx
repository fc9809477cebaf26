import { Button } from '../../shared/controls/Button.tsx';
import { Icon } from '../../shared/controls/Icon.tsx';
import { Slider } from '../../shared/controls/Slider.tsx';
import { useDragStep } from '../../shared/controls/useDragStep.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import type { Ask } from '../../shared/route/ask.ts';
import type { GalleryBase } from '../../shared/route/route.ts';
import styles from './combine.module.css';
import { costInWords, surenessInWords } from './costInWords.ts';
import { useGateFigures } from './useGateFigures.ts';

interface SurenessButtonProps {
  readonly ask: Ask;
  readonly open: boolean;
  readonly panelId: string;
  readonly onToggle: () => void;
}

/** The button that shows how sure Facet has to be. */
export function SurenessButton({ ask, open, panelId, onToggle }: SurenessButtonProps) {
  const own = ask.chips.some(({ category }) => ask.surenessOf[category] !== undefined);
  const now = own ? say.combine.byCategory : surenessInWords(ask.sureness);
  return (
    <button
      type="button"
      className={styles.surenessButton}
      aria-label={say.combine.surenessNow(now)}
      aria-expanded={open}
      aria-controls={panelId}
      onClick={onToggle}
    >
      <span>
        {say.combine.sureness}
        <span className={styles.surenessNow}>: {now}</span>
      </span>
      <Icon name="chevron" size={14} />
    </button>
  );
}

/** How sure Facet has to be, for all categories and for each that is asked for, with what it costs. */
export function SurenessPanel({ base }: { readonly base: GalleryBase }) {
  const { router } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const { gesture, step } = useDragStep();
  const { ask } = base;
  const show = (change: Partial<Ask>) => router.base({ ...base, ask: { ...ask, ...change } }, step());
  const names = [...new Set(ask.chips.map(({ category }) => category))];
  const changed = ask.sureness !== 0 || Object.keys(ask.surenessOf).length > 0;
  return (
    <div className={styles.surenessPanel} {...gesture}>
      <Sureness
        name={say.combine.allCategories}
        category={null}
        value={ask.sureness}
        onChange={(sureness) => show({ sureness })}
      />
      {names.map((name) => (
        <div key={name} data-hue style={categoryColour(categories.findIndex((one) => one.name === name))}>
          <Sureness
            name={say.category(name)}
            category={name}
            value={ask.surenessOf[name] ?? ask.sureness}
            onChange={(sureness) => show({ surenessOf: { ...ask.surenessOf, [name]: sureness } })}
          />
        </div>
      ))}
      {changed && (
        <Button
          label={say.combine.asCalibrated}
          look="quiet"
          onClick={() => router.base({ ...base, ask: { ...ask, sureness: 0, surenessOf: {} } })}
        />
      )}
    </div>
  );
}

interface SurenessProps {
  readonly name: string;
  /** As people write it; null for all together. */
  readonly category: string | null;
  /** −1..1 */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Sureness({ name, category, value, onChange }: SurenessProps) {
  const figures = useGateFigures(category, value);
  const cost = figures === null ? '' : costInWords(figures);
  return (
    <div className={styles.surenessRow}>
      <p className={styles.surenessName}>
        {category !== null && <span className={styles.dot} />}
        <b>{name}</b> {surenessInWords(value)}
      </p>
      <Slider
        label={category === null ? say.combine.ofAll : say.combine.of(category)}
        min={-1}
        max={1}
        step={0.1}
        value={value}
        text={`${surenessInWords(value)}${cost === '' ? '' : `: ${cost}`}`}
        onChange={(next) => onChange(Math.round(next * 10) / 10)}
      />
      <p className={styles.cost}>{cost}</p>
    </div>
  );
}
