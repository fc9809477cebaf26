import { useId } from 'react';
import styles from './RadioRow.module.css';

interface RadioRowProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly disabled?: boolean;
  readonly onChange: (value: T) => void;
}

/** Settings of which one holds, in a row that looks like one control: native radio buttons. Only screen readers get the label. */
export function RadioRow<T extends string>({ label, value, options, disabled = false, onChange }: RadioRowProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.row}>
      <legend className="visuallyHidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
          />
          {option.text}
        </label>
      ))}
    </fieldset>
  );
}
