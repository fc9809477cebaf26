import { Icon } from '../../shared/controls/Icon.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { ObjectCrop } from '../../shared/photos/ObjectCrop.tsx';
import { useSubjectName } from '../../shared/photos/useSubjectName.ts';
import type { BoundObject } from '../../shared/route/askChip.ts';
import type { SearchBase } from '../../shared/route/route.ts';
import styles from './QueryBar.module.css';

/** The examples of a search: photos that are looked for and photos that are not. */
export function ExampleChips({ base }: { readonly base: SearchBase }) {
  const { router } = useFacet();
  const { more, less } = base;
  const [nextFirst, ...rest] = more;
  const without = (list: readonly BoundObject[], index: number) => list.filter((_, at) => at !== index);
  return (
    <>
      <ExampleChip
        object={{ of: base.of, region: base.region }}
        before={say.chips.like}
        {...(nextFirst !== undefined && {
          onRemove: () => router.base({ ...base, ...nextFirst, more: rest }),
        })}
      />
      {more.map((object, index) => (
        <ExampleChip
          key={keyOf(object)}
          object={object}
          before={say.chips.andLike}
          hint={say.chips.pressNotLike}
          onToggle={() => router.base({ ...base, more: without(more, index), less: [...less, object] })}
          onRemove={() => router.base({ ...base, more: without(more, index) })}
        />
      ))}
      {less.map((object, index) => (
        <ExampleChip
          key={keyOf(object)}
          object={object}
          unlike
          before={say.chips.notLike}
          hint={say.chips.pressLike}
          onToggle={() => router.base({ ...base, less: without(less, index), more: [...more, object] })}
          onRemove={() => router.base({ ...base, less: without(less, index) })}
        />
      ))}
    </>
  );
}

function keyOf(object: BoundObject): string {
  return JSON.stringify(object);
}

interface ExampleChipProps {
  readonly object: BoundObject;
  readonly before: string;
  /** It is an example of what is not looked for. */
  readonly unlike?: boolean;
  readonly hint?: string;
  /** Absent of the photo that the search started from. */
  readonly onToggle?: () => void;
  readonly onRemove?: () => void;
}

function ExampleChip({ object, before, unlike = false, hint = '', onToggle, onRemove }: ExampleChipProps) {
  const name = useSubjectName(object.of);
  const crop = (
    <span className={styles.crop}>
      <ObjectCrop object={object} alt="" />
    </span>
  );
  return (
    <span className={styles.part}>
      <span className={styles.before}>{before}</span>
      <span className={styles.chip} data-role={unlike ? 'none' : 'all'}>
        {onToggle === undefined ? (
          <span className={styles.plain}>
            {crop}
            <span className={styles.name}>{name}</span>
          </span>
        ) : (
          <button
            type="button"
            className={styles.main}
            aria-label={`${before} ${name}`}
            aria-description={hint}
            title={hint}
            onClick={onToggle}
          >
            {crop}
            <span className={styles.name}>{name}</span>
          </button>
        )}
        {onRemove === undefined ? (
          <span className={styles.end} />
        ) : (
          <button
            type="button"
            className={styles.remove}
            aria-label={say.common.removeIt(name)}
            title={say.common.removeIt(name)}
            onClick={onRemove}
          >
            <Icon name="close" size={12} />
          </button>
        )}
      </span>
    </span>
  );
}
