import { useId } from 'react';
import styles from './controls.module.css';

interface SliderProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly value: number;
  /** The value in words, for screen readers. */
  readonly text: string;
  readonly onChange: (value: number) => void;
}

/** A native range input: arrow keys, Home and End come with it. The label is for screen readers alone. */
export function Slider({ label, min, max, step = 1, value, text, onChange }: SliderProps) {
  const id = useId();
  const share = max > min ? (value - min) / (max - min) : 1;
  return (
    <>
      <label htmlFor={id} className="visuallyHidden">
        {label}
      </label>
      <input
        id={id}
        className={styles.slider}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        style={{ '--fill': `${share * 100}%` }}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </>
  );
}
