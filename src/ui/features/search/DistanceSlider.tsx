import { Slider } from '../../shared/controls/Slider.tsx';
import { counted } from '../../shared/model/format.ts';
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
      <span className={styles.thresholdValue}>
        ≤ {limit} of {bits} bits
      </span>
      <Slider
        label="Largest distance"
        min={0}
        max={bits}
        value={limit}
        text={`at most ${limit} of ${bits} bits apart`}
        onChange={onChange}
      />
      <span className={styles.thresholdCount} role="status">
        {counted(count, 'photo')}
      </span>
    </div>
  );
}
