import { type KeyboardEvent, type MouseEvent, memo, useMemo } from 'react';
import type { PhotoNumber } from '../../../pipeline/api/photoNumber.ts';
import { CategoryTag } from '../controls/CategoryTag.tsx';
import { Icon } from '../controls/Icon.tsx';
import { usePhotoSummary } from '../facet/usePhotoSummary.ts';
import { useSnapshot } from '../facet/useSnapshot.ts';
import { say } from '../language/say.ts';
import { heldCategories } from '../model/category.ts';
import { percent } from '../model/format.ts';
import { mostShared } from '../model/hitList.ts';
import { useLongPress } from '../selection/useLongPress.ts';
import { CroppedThumbnail } from './CroppedThumbnail.tsx';
import { HitExamples } from './HitExamples.tsx';
import styles from './HitTile.module.css';
import type { HitFacts, HitSetting, LikeAction } from './hitSetting.ts';

interface HitTileProps {
  readonly number: PhotoNumber;
  readonly index: number;
  readonly facts: HitFacts;
  readonly setting: HitSetting;
  readonly tabbable: boolean;
  readonly selected: boolean;
  readonly onOpen: (index: number, event: MouseEvent) => void;
  /** `range`: all from the one before to this one. */
  readonly onToggle: (index: number, range: boolean) => void;
  /** Takes the hit as an example of what is looked for. */
  readonly onMore: (index: number) => void;
  /** Takes it as an example of what is not; absent where nothing is looked for by example. */
  readonly onLess?: ((index: number) => void) | undefined;
  /** Takes the hit's own object for what is asked: "this sofa". */
  readonly onLike?: LikeAction | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const SHOWN_TAGS = 3;

/** A photo that was found, cropped around what it was found for, with how alike it is and what it shares with the query. */
export const HitTile = memo(function HitTile({
  number,
  index,
  facts,
  setting,
  tabbable,
  selected,
  onOpen,
  onToggle,
  onMore,
  onLess,
  onLike,
  onKeyDown,
}: HitTileProps) {
  const photo = usePhotoSummary(number);
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const held = useMemo(() => {
    if (photo === null || photo === undefined) return [];
    const all = facts.unsure
      ? setting.asked.map((at) => ({
          index: at,
          name: categories[at]?.name ?? '',
          probability: photo.probabilities[at] ?? 0,
        }))
      : heldCategories(photo.probabilities, categories);
    return all.filter((one) => setting.asked.includes(one.index));
  }, [photo, categories, setting, facts.unsure]);
  const cropped = useMemo(() => {
    if (photo === null || photo === undefined) return [];
    const around = setting.query === null ? [] : [mostShared(setting.query, photo.probabilities, categories) ?? -1];
    const own = setting.around === 'first' ? setting.asked.slice(0, 1) : held.map((one) => one.index);
    // What a photo hardly holds is nothing to crop around.
    const indices = setting.query === null ? own : held.length === 0 ? [] : around;
    return indices.flatMap((at) => setting.names[at] ?? []);
  }, [photo, categories, setting, held]);
  const { share, alike, apart, unsure } = facts;
  const { pressed, ...handlers } = useLongPress(() => onToggle(index, false));
  // The name has the visible text word for word, so that people can say it to a voice control.
  const said = [
    photo?.name ?? say.common.photo,
    apart,
    alike,
    unsure ? say.examples.lessSure : '',
    ...held.map((one) => `${say.category(one.name)} ${percent(one.probability)}`),
  ];
  const tooltip = [
    apart,
    ...held.map((one) => `${say.category(one.name)} ${percent(one.probability)}`),
    setting.query !== null && alike !== '' ? say.examples.order : '',
  ];
  return (
    <div className={styles.hit} data-selected={selected ? '' : undefined} data-unsure={unsure ? '' : undefined}>
      <button
        type="button"
        className={styles.open}
        data-tile={index}
        tabIndex={tabbable ? 0 : -1}
        aria-label={said.filter((one) => one !== '').join(', ')}
        title={tooltip.filter((one) => one !== '').join(' · ')}
        {...handlers}
        onClick={(event) => {
          if (!pressed()) onOpen(index, event);
        }}
        onKeyDown={(event) => {
          if (event.key === ' ') {
            event.preventDefault();
            onToggle(index, event.shiftKey);
          } else onKeyDown(event);
        }}
      >
        <span className={styles.picture}>
          {photo !== null && photo !== undefined && (
            <CroppedThumbnail
              id={photo.id}
              aspect={photo.width / photo.height}
              number={number}
              categories={cropped}
              regions={setting.regions}
            />
          )}
        </span>
        <span className={styles.facts}>
          {alike !== '' && (
            <span className={styles.alike}>
              {share !== null && (
                <span className={styles.meter} style={{ '--fill': `${Math.max(0, 1 - share * 2) * 100}%` }} />
              )}
              {alike}
            </span>
          )}{' '}
          <span className={styles.tags}>
            {held.slice(0, SHOWN_TAGS).map((one) => (
              <CategoryTag
                key={one.index}
                index={one.index}
                name={one.name}
                {...(held.length === 1 && { probability: one.probability })}
              />
            ))}
          </span>
        </span>
      </button>
      <button
        type="button"
        className={styles.check}
        role="checkbox"
        aria-checked={selected}
        aria-label={say.common.select(photo?.name ?? say.examples.photo)}
        tabIndex={tabbable ? 0 : -1}
        onClick={(event) => onToggle(index, event.shiftKey)}
      >
        <span className={styles.mark}>{selected && <Icon name="check" size={12} />}</span>
      </button>
      <HitExamples
        name={photo?.name}
        index={index}
        tabbable={tabbable}
        onMore={onMore}
        onLess={onLess}
        onLike={onLike}
      />
    </div>
  );
});
