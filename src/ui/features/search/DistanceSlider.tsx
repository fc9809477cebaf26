import { Slider } from '../../shared/controls/Slider.tsx';
import { say } from '../../shared/language/say.ts';
import { alikeWords } from '../../shared/model/hitList.ts';
import styles from './AnswerBar.module.css';

interface DistanceSliderProps {
  /** Length of the code, bits. */
  readonly bits: number;
  readonly limit: number;
  /** Photos at most `limit` bits away. */
  readonly count: number;
  readonly onChange: (limit: number) => void;
}

/** How different a photo may be to be shown: in words as under the hits, in bits on the slider. The count follows it. */
export function DistanceSlider({ bits, limit, count, onChange }: DistanceSliderProps) {
  if (bits === 0) return null;
  const alike = alikeWords(limit / bits);
  return (
    <div className={styles.threshold}>
      <span className={styles.thresholdValue} title={say.search.withinInWords(limit, bits)}>
        {/* As wide as the longest, so that the slider stays under the finger that moves it. */}
        {[say.common.veryAlike, say.common.alike, say.common.loosely].map((words) => (
          <span key={words} data-said={words === alike ? '' : undefined}>
            {say.search.atLeast(words)}
          </span>
        ))}
      </span>
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
