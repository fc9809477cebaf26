import { useId } from 'react';
import styles from './Slider.module.css';

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

/** A native range input, which brings arrow keys, Home and End. Only screen readers get the label. */
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
