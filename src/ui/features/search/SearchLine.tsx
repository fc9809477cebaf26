import { type KeyboardEvent, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { Icon } from '../../shared/controls/Icon.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useRoute, useSnapshot, useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { sentenceParts, withoutPart } from '../../shared/query/sentence.ts';
import type { Ask } from '../../shared/route/ask.ts';
import { askOf, asks, type Base, GALLERY, routeFromHash } from '../../shared/route/route.ts';
import { LineList } from './LineList.tsx';
import { type LineOption, lineOptions } from './lineOptions.ts';
import styles from './SearchLine.module.css';
import { useCompletions } from './useCompletions.ts';

/**
 * The one search line: categories, times, folders, cameras and file names, typed or completed; what it says becomes chips. "/" leads to it
 * from everywhere. A combobox after the pattern of the ARIA Authoring Practices: the focus stays in the field.
 */
export function SearchLine() {
  const { router, searches } = useFacet();
  const base = useRoute((route) => route.base);
  const ready = useSnapshot((snapshot) => snapshot.categories.length > 0);
  const remembered = useStore(searches);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [line, setLine] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const completions = useCompletions(open);
  const ask = askOf(base);
  const {
    options,
    problems,
    ask: whole,
  } = useMemo(
    () => lineOptions({ line, ask, completions, remembered, today: new Date() }),
    [line, ask, completions, remembered],
  );
  const chosen = options[active];
  useSlash(field);

  const show = (next: Base) => {
    searches.remember(next, base);
    router.base(next);
    setLine('');
    setActive(-1);
    setOpen(false);
  };
  const showAsk = (next: Ask) => show(asks(base) ? { ...base, ask: next } : { ...GALLERY, ask: next });
  const choose = (option: LineOption) => {
    if ('ask' in option) showAsk(option.ask);
    else show(routeFromHash(option.hash).base);
  };
  const forget = (option: LineOption) => {
    if (option.kind === 'recent') searches.forget(option.hash);
    else if (option.kind === 'saved') searches.removeSaved(option.name);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        if (!open) setOpen(true);
        // −1 is the field itself.
        const places = options.length + 1;
        setActive((before) => ((before + 1 + step + places) % places) - 1);
        break;
      }
      case 'Enter':
        if (chosen !== undefined && open) choose(chosen);
        else if (whole !== null && ready) showAsk(whole);
        else return;
        break;
      case 'Escape':
        if (open && options.length > 0) setOpen(false);
        else if (line !== '') setLine('');
        else field.current?.blur();
        setActive(-1);
        break;
      case 'Backspace': {
        const last = sentenceParts(ask).at(-1);
        if (line !== '' || last === undefined) return;
        router.base(asks(base) ? { ...base, ask: withoutPart(ask, last.part) } : GALLERY);
        break;
      }
      case 'Delete':
        if (chosen?.kind !== 'recent' && chosen?.kind !== 'saved') return;
        forget(chosen);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const shown = open && (options.length > 0 || problems.length > 0 || (line !== '' && !ready));
  return (
    <search className={styles.search}>
      <label className={styles.field}>
        <Icon name="search" size={16} />
        <span className="visuallyHidden">{say.app.search}</span>
        <input
          ref={field}
          className={styles.input}
          role="combobox"
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown && chosen !== undefined ? `${listId}-${active}` : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={say.line.placeholder}
          value={line}
          onChange={(event) => {
            setLine(event.currentTarget.value);
            setActive(-1);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onBlur={() => {
            setOpen(false);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
        />
        <span className={styles.key} aria-hidden="true">
          /
        </span>
      </label>
      <LineList
        id={listId}
        open={shown}
        options={options}
        active={active}
        problems={ready ? problems : [say.line.notReady]}
        onChoose={choose}
        onForget={forget}
      />
    </search>
  );
}

/** "/" leads to the field, except where something is being typed or a dialog is open. */
function useSlash(field: { readonly current: HTMLInputElement | null }): void {
  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const { target } = event;
    const typing = target instanceof HTMLElement && target.matches('input:not([type=range]), textarea, select');
    if (typing || document.querySelector('dialog[open], [role=dialog]') !== null) return;
    event.preventDefault();
    field.current?.focus();
    field.current?.select();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
