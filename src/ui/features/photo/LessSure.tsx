import { say } from '../../shared/language/say.ts';
import styles from './Bars.module.css';

/** Said of a category that the detection head alone tells. */
export function LessSure() {
  return <p className={styles.lessSure}>{say.photo.lessSure}</p>;
}
