import { Slider } from '../../shared/controls/Slider.tsx';
import { say } from '../../shared/language/say.ts';
import styles from './AnswerBar.module.css';

interface DistanceSliderProps {
  /** Length of the code, bits. */
  readonly bits: number;
  readonly limit: number;
  /** Photos at most `limit` bits away. */
  readonly count: number;
  readonly onChange: (limit: number) => void;
}

/** How different a photo may be to be shown. The count follows the slider. */
export function DistanceSlider({ bits, limit, count, onChange }: DistanceSliderProps) {
  if (bits === 0) return null;
  return (
    <div className={styles.threshold}>
      <span className={styles.thresholdValue}>{say.search.within(limit, bits)}</span>
      <Slider
        label={say.search.distance}
        min={0}
        max={bits}
        value={limit}
        text={say.search.withinInWords(limit, bits)}
        onChange={onChange}
      />
      <span className={styles.thresholdCount} role="status">
        {say.counts.photos(count)}
      </span>
    </div>
  );
}
