import { useRef } from 'react';
import { say } from '../../shared/language/say.ts';
import type { SearchTab } from '../../shared/route/route.ts';
import styles from './AnswerBar.module.css';

const TABS: readonly SearchTab[] = ['similar', 'grouped'];

export const tabId = (tab: SearchTab) => `tab-${tab}`;
export const panelId = (tab: SearchTab) => `panel-${tab}`;

interface ResultTabsProps {
  readonly tab: SearchTab;
  readonly onChange: (tab: SearchTab) => void;
}

/** The two tabs; arrow keys switch between them, as in any list of tabs. */
export function ResultTabs({ tab, onChange }: ResultTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const other: SearchTab = tab === 'similar' ? 'grouped' : 'similar';
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={say.search.ways}
      className={styles.tabs}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        onChange(other);
        list.current?.querySelector<HTMLElement>(`#${tabId(other)}`)?.focus();
      }}
    >
      {TABS.map((one) => (
        <button
          key={one}
          id={tabId(one)}
          type="button"
          role="tab"
          aria-selected={one === tab}
          aria-controls={panelId(one)}
          tabIndex={one === tab ? 0 : -1}
          className={styles.tab}
          onClick={() => onChange(one)}
        >
          {say.search[one]}
        </button>
      ))}
    </div>
  );
}
