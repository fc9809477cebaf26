import { Icon } from '../controls/Icon.tsx';
import { say } from '../language/say.ts';
import styles from './HitTile.module.css';
import type { LikeAction } from './hitSetting.ts';

interface HitExamplesProps {
  readonly name: string | undefined;
  readonly index: number;
  readonly tabbable: boolean;
  readonly onMore: (index: number) => void;
  readonly onLess?: ((index: number) => void) | undefined;
  readonly onLike?: LikeAction | undefined;
}

/** What a hit can be taken for: an example of what is looked for, or of what is not, or the object that a chip means. */
export function HitExamples({ name, index, tabbable, onMore, onLess, onLike }: HitExamplesProps) {
  return (
    <span className={styles.examples}>
      {onLike !== undefined && (
        <ExampleButton
          label={say.examples.likeThe(onLike.category, name ?? say.examples.thisPhoto)}
          hint={say.examples.likeThis(onLike.category)}
          icon="object"
          tabbable={tabbable}
          onPress={() => onLike.run(index)}
        />
      )}
      <ExampleButton
        label={say.common.moreLike(name ?? say.examples.thisPhoto)}
        hint={say.common.moreLikeThis}
        icon="add"
        tabbable={tabbable}
        onPress={() => onMore(index)}
      />
      {onLess !== undefined && (
        <ExampleButton
          label={say.examples.lessLike(name ?? say.examples.thisPhoto)}
          hint={say.examples.lessLikeThis}
          icon="minus"
          tabbable={tabbable}
          onPress={() => onLess(index)}
        />
      )}
    </span>
  );
}

interface ExampleButtonProps {
  readonly label: string;
  readonly icon: 'add' | 'minus' | 'object';
  /** What the tooltip says: the label without the photo's name. */
  readonly hint: string;
  readonly tabbable: boolean;
  readonly onPress: () => void;
}

function ExampleButton({ label, icon, hint, tabbable, onPress }: ExampleButtonProps) {
  return (
    <button
      type="button"
      className={styles.example}
      aria-label={label}
      title={hint}
      tabIndex={tabbable ? 0 : -1}
      onClick={onPress}
    >
      <Icon name={icon} size={15} />
    </button>
  );
}
