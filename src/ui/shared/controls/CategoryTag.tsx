import { categoryHue } from '../model/category.ts';
import { percent } from '../model/format.ts';
import styles from './controls.module.css';

interface CategoryTagProps {
  readonly index: number;
  readonly name: string;
  readonly probability?: number;
}

/** A category's dot and name, with its probability where there is one. */
export function CategoryTag({ index, name, probability }: CategoryTagProps) {
  return (
    <span className={styles.tag} data-hue style={{ '--hue': categoryHue(index) }}>
      <span className={styles.dot} />
      {name}
      {probability !== undefined && ` ${percent(probability)}`}
    </span>
  );
}
