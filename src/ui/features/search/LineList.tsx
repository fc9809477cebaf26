import { Icon, type IconName } from '../../shared/controls/Icon.tsx';
import { usePhotoSummary } from '../../shared/facet/usePhotoSummary.ts';
import { say } from '../../shared/language/say.ts';
import { askInWords } from '../../shared/query/sentence.ts';
import { narrows } from '../../shared/route/ask.ts';
import { asks, routeFromHash } from '../../shared/route/route.ts';
import type { LineOption } from './lineOptions.ts';
import styles from './SearchLine.module.css';

interface LineListProps {
  readonly id: string;
  readonly open: boolean;
  readonly options: readonly LineOption[];
  /** Index of the option that the keys are at; −1 for the field itself. */
  readonly active: number;
  readonly problems: readonly string[];
  readonly onChoose: (option: LineOption) => void;
  readonly onForget: (option: LineOption) => void;
}

const ICONS = { reading: 'search', suggestion: 'add', saved: 'check', recent: 'retry' } as const satisfies Record<
  LineOption['kind'],
  IconName
>;

/** What the search line offers. The focus stays in the field, so a press must not take it away. */
export function LineList({ id, open, options, active, problems, onChoose, onForget }: LineListProps) {
  return (
    <div className={styles.list} hidden={!open} onPointerDown={(event) => event.preventDefault()}>
      <div id={id} role="listbox" aria-label={say.line.suggestions}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option (APG, combobox)
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field chooses the active option
          <div
            key={optionKey(option)}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            onClick={() => onChoose(option)}
          >
            <Icon name={ICONS[option.kind]} size={15} />
            <OptionText option={option} />
            {(option.kind === 'recent' || option.kind === 'saved') && (
              // Delete does the same by keyboard.
              <span
                className={styles.forget}
                aria-hidden="true"
                title={say.line.forget}
                onClick={(event) => {
                  event.stopPropagation();
                  onForget(option);
                }}
              >
                <Icon name="close" size={13} />
              </span>
            )}
          </div>
        ))}
      </div>
      {problems.length > 0 && (
        <p className={styles.problem} role="status">
          {problems.join(' ')}
        </p>
      )}
    </div>
  );
}

function optionKey(option: LineOption): string {
  return option.kind === 'saved'
    ? `saved ${option.name}`
    : option.kind === 'recent'
      ? option.hash
      : JSON.stringify([option.kind, option.text, 'ask' in option && option.ask]);
}

function OptionText({ option }: { readonly option: LineOption }) {
  switch (option.kind) {
    case 'reading':
      return <span className={styles.text}>{option.text}</span>;
    case 'suggestion':
      return (
        <>
          <span className={styles.text}>{option.text}</span>
          <span className={styles.hint}>
            {[option.hint, option.count === null ? '' : say.counts.photos(option.count)]
              .filter((one) => one !== '')
              .join(' · ')}
          </span>
        </>
      );
    case 'saved':
      return (
        <>
          <span className={styles.text}>{option.name}</span>
          <span className={styles.hint}>{say.line.saved}</span>
        </>
      );
    case 'recent':
      return <SearchName hash={option.hash} />;
  }
}

/** A search in words, from its address. */
function SearchName({ hash }: { readonly hash: string }) {
  const { base } = routeFromHash(hash);
  const photo = usePhotoSummary(base.view === 'search' && base.of.kind === 'photo' ? base.of.id : null);
  if (!asks(base)) return null;
  const asked = narrows(base.ask) ? askInWords(base.ask) : '';
  const like =
    base.view !== 'search' ? '' : photo?.name === undefined ? say.line.likeAPhoto : say.line.likePhoto(photo.name);
  return <span className={styles.text}>{[like, asked].filter((one) => one !== '').join(', ')}</span>;
}
