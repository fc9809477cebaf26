import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { say } from '../../shared/language/say.ts';
import type { Ask } from '../../shared/route/ask.ts';
import { FilterList } from './FilterList.tsx';
import styles from './FilterMenu.module.css';
import { FilterOption } from './FilterOption.tsx';
import { FolderList } from './FolderList.tsx';
import { useFacets } from './useFacets.ts';
import { yearsOf } from './yearsOf.ts';

interface FilterMenuProps {
  readonly ask: Ask;
  readonly onChange: (change: Partial<Ask>) => void;
}

/** Filters by time, folder, camera, album and what was found, each a part of the one question that the search line asks. */
export function FilterMenu({ ask, onChange }: FilterMenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const active = [ask.taken, ask.folder, ask.camera, ask.album].filter((part) => part !== null).length;
  const count = active + Number(ask.favourites) + Number(ask.unrecognised);

  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    window.addEventListener('pointerdown', onPress);
    return () => window.removeEventListener('pointerdown', onPress);
  }, [open]);

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from whatever in it has the focus
    <div ref={box} className={styles.box} onKeyDown={onKey}>
      <Button
        ref={button}
        label={count === 0 ? say.gallery.filter : say.gallery.filterOn(count)}
        icon="filter"
        look={count === 0 ? 'quiet' : 'plain'}
        shape="collapsing"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && <FilterPanel ask={ask} onChange={onChange} place={placeUnder(button.current)} />}
    </div>
  );
}

/** Under the button, its right edge under the button's, wherever the bar around it is cut off. */
function placeUnder(button: HTMLElement | null): CSSProperties {
  const box = button?.getBoundingClientRect();
  if (box === undefined) return {};
  return { '--top': `${box.bottom + 6}px`, '--right': `${document.documentElement.clientWidth - box.right}px` };
}

interface FilterPanelProps extends FilterMenuProps {
  readonly place: CSSProperties;
}

function FilterPanel({ ask, onChange, place }: FilterPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const { facets, albums } = useFacets();
  useEffect(() => panel.current?.focus(), []);
  const taken = ask.taken === null ? null : JSON.stringify(ask.taken);
  return (
    <div ref={panel} role="dialog" aria-label={say.gallery.filter} tabIndex={-1} className={styles.panel} style={place}>
      <FilterList title={say.gallery.show}>
        <FilterOption
          text={say.gallery.favourites}
          icon="heart"
          on={ask.favourites}
          onToggle={(on) => onChange({ favourites: on })}
        />
        <FilterOption
          text={say.gallery.unrecognised}
          icon="object"
          on={ask.unrecognised}
          onToggle={(on) => onChange({ unrecognised: on })}
        />
        {albums.map(({ name, ids }) => (
          <FilterOption
            key={name}
            text={name}
            icon="album"
            count={ids.length}
            on={ask.album === name}
            onToggle={(on) => onChange({ album: on ? name : null })}
          />
        ))}
      </FilterList>
      <FilterList title={say.gallery.time}>
        {yearsOf(facets?.months ?? []).map((year) => (
          <FilterOption
            key={year.text}
            text={year.text}
            count={year.count}
            on={taken === JSON.stringify(year.span)}
            onToggle={(on) => onChange({ taken: on ? year.span : null })}
            openAtFirst={year.months.some(({ span }) => taken === JSON.stringify(span))}
            inner={
              year.months.length > 1 &&
              year.months.map((month) => (
                <FilterOption
                  key={month.text}
                  text={month.text}
                  count={month.count}
                  on={taken === JSON.stringify(month.span)}
                  onToggle={(on) => onChange({ taken: on ? month.span : null })}
                />
              ))
            }
          />
        ))}
      </FilterList>
      {facets !== null && facets.folders.length > 0 && (
        <FilterList title={say.gallery.folder}>
          <FolderList folders={facets.folders} chosen={ask.folder} onChoose={(folder) => onChange({ folder })} />
        </FilterList>
      )}
      {facets !== null && facets.cameras.length > 0 && (
        <FilterList title={say.gallery.camera}>
          {facets.cameras.map(({ name, count }) => (
            <FilterOption
              key={name}
              text={name}
              count={count}
              on={ask.camera === name}
              onToggle={(on) => onChange({ camera: on ? name : null })}
            />
          ))}
        </FilterList>
      )}
    </div>
  );
}
