import { say } from '../language/say.ts';
import { categoryColour } from '../model/categoryColour.ts';
import { percent } from '../model/format.ts';
import styles from './CategoryTag.module.css';

interface CategoryTagProps {
  readonly index: number;
  /** Its id. */
  readonly name: string;
  readonly probability?: number;
}

/** A category's dot and name, with its probability where there is one. */
export function CategoryTag({ index, name, probability }: CategoryTagProps) {
  return (
    <span className={styles.tag} data-hue style={categoryColour(index)}>
      <span className={styles.dot} />
      <span className={styles.text}>
        {say.category(name)}
        {probability !== undefined && ` ${percent(probability)}`}
      </span>
    </span>
  );
}
