import { type ReactNode, useId, useState } from 'react';
import { Select } from '../../shared/controls/Select.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { NewerPhotos } from '../../shared/photos/NewerPhotos.tsx';
import type { AskOrder } from '../../shared/route/ask.ts';
import type { GalleryBase } from '../../shared/route/route.ts';
import styles from './combine.module.css';
import { SurenessButton, SurenessPanel } from './SurenessPanel.tsx';

const orders = (): readonly { readonly value: AskOrder; readonly text: string }[] => [
  { value: 'best', text: say.common.bestMatch },
  { value: 'newest', text: say.common.newestFirst },
  { value: 'oldest', text: say.common.oldestFirst },
  { value: 'name', text: say.common.byName },
];

interface CombineBarProps {
  readonly base: GalleryBase;
  readonly filter: ReactNode;
  readonly sure: number;
  readonly lessSure: number;
  readonly newer: number;
  readonly onAgain: () => void;
}

/** How many photos were found, how sure they have to be, and their order. */
export function CombineBar({ base, filter, sure, lessSure, newer, onAgain }: CombineBarProps) {
  const { router } = useFacet();
  const [open, setOpen] = useState(false);
  const panelId = useId();
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.total} role="status">
          <b>{say.counts.photos(sure)}</b>
          {lessSure > 0 && say.combine.lessSureCount(lessSure)}
        </p>
        <NewerPhotos newer={newer} onAgain={onAgain} />
        {filter}
        <SurenessButton ask={base.ask} open={open} panelId={panelId} onToggle={() => setOpen(!open)} />
        <Select
          label={say.common.sortResults}
          value={base.ask.order}
          options={orders()}
          onChange={(order) => router.base({ ...base, ask: { ...base.ask, order } })}
        />
      </div>
      <div id={panelId} className={styles.drawer} hidden={!open}>
        {open && <SurenessPanel base={base} />}
      </div>
    </>
  );
}
