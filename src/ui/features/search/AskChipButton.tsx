import { Icon } from '../../shared/controls/Icon.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import { ObjectCrop } from '../../shared/photos/ObjectCrop.tsx';
import type { AskPart } from '../../shared/query/sentence.ts';
import type { ChipRole } from '../../shared/route/askChip.ts';
import styles from './QueryBar.module.css';

interface AskChipButtonProps {
  readonly part: AskPart;
  readonly text: string;
  /** The role that a press leads to, and the press itself; absent where the part has none. */
  readonly next?: ChipRole;
  readonly onCycle?: () => void;
  readonly onRemove: () => void;
}

/** One chip of the question: a press changes its role, the cross takes it away. */
export function AskChipButton({ part, text, next, onCycle, onRemove }: AskChipButtonProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  if (part.kind !== 'chip') {
    return (
      <span className={styles.chip}>
        <span className={styles.plain}>{text}</span>
        <RemoveButton text={text} onRemove={onRemove} />
      </span>
    );
  }
  const { category, role, like } = part.chip;
  const bound = like !== null && role !== 'none';
  const hint = next === undefined ? '' : say.chips.press[next];
  return (
    <span
      className={styles.chip}
      data-hue
      data-role={role}
      style={categoryColour(categories.findIndex(({ name }) => name === category))}
    >
      <button
        type="button"
        className={styles.main}
        aria-label={`${text}, ${say.chips.means[role]}`}
        aria-description={hint}
        title={`${say.chips.means[role]}. ${hint}`}
        onClick={onCycle}
      >
        {bound ? (
          <span className={styles.crop}>
            <ObjectCrop object={like} alt="" />
          </span>
        ) : (
          <span className={styles.dot} />
        )}
        <span className={styles.name}>{text}</span>
      </button>
      <RemoveButton text={text} onRemove={onRemove} />
    </span>
  );
}

function RemoveButton({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  return (
    <button
      type="button"
      className={styles.remove}
      aria-label={say.common.removeIt(text)}
      title={say.common.removeIt(text)}
      onClick={onRemove}
    >
      <Icon name="close" size={12} />
    </button>
  );
}
