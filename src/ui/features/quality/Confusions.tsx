import { useState } from 'react';
import type { ConfusionCell, QualityReport } from '../../../pipeline/api/qualityVerbs.ts';
import { say } from '../../shared/language/say.ts';
import { spoken } from './figureText.ts';
import { MeasuredPicture } from './MeasuredPicture.tsx';
import styles from './quality.module.css';

/** So many photos of a cell are shown. */
const SHOWN = 48;

/** What is there against what was said; the photos of a cell under it. */
export function Confusions({ report: { confusions, photos } }: { readonly report: QualityReport }) {
  const [open, setOpen] = useState<ConfusionCell | null>(null);
  const names = [...new Set(confusions.map(({ truth }) => truth))];
  // Things that are taken for another one without being there themselves have a column alone.
  const saids = [...new Set([...names, ...confusions.flatMap(({ said }) => said ?? [])])].filter((name) =>
    confusions.some(({ said }) => said === name),
  );
  const cellOf = (truth: string, said: string | null) =>
    confusions.find((cell) => cell.truth === truth && cell.said === said) ?? null;
  return (
    <>
      <p className={styles.small}>{say.quality.confusionsHelp}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled by keys, too */}
      <section className={styles.wide} aria-label={say.quality.confusions} tabIndex={0}>
        <table className={`${styles.table} ${styles.matrix}`}>
          <thead>
            <tr>
              <th scope="col">{say.quality.there}</th>
              {saids.map((name) => (
                <th key={name} scope="col">
                  {spoken(name)}
                </th>
              ))}
              <th scope="col">{say.quality.missed}</th>
            </tr>
          </thead>
          <tbody>
            {names.map((truth) => (
              <tr key={truth}>
                <th scope="row">{spoken(truth)}</th>
                {[...saids, null].map((said) => (
                  <td key={said ?? ''} className={said === truth ? styles.agree : ''}>
                    <Cell cell={cellOf(truth, said)} open={open} onOpen={setOpen} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {open !== null && (
        <section aria-label={titleOf(open)} className={styles.behind}>
          <h4>{titleOf(open)}</h4>
          <div className={styles.grid}>
            {open.photos.slice(0, SHOWN).map((place) => (
              <MeasuredPicture
                key={place}
                photo={photos[place]!}
                category={open.said ?? open.truth}
                title={photos[place]!.path}
              />
            ))}
          </div>
          {open.photos.length > SHOWN && <p className={styles.small}>{say.quality.more(open.photos.length - SHOWN)}</p>}
        </section>
      )}
    </>
  );
}

function titleOf({ truth, said }: ConfusionCell): string {
  return said === null ? say.quality.missedTitle(spoken(truth)) : say.quality.cellTitle(spoken(truth), spoken(said));
}

interface CellProps {
  readonly cell: ConfusionCell | null;
  readonly open: ConfusionCell | null;
  readonly onOpen: (cell: ConfusionCell | null) => void;
}

function Cell({ cell, open, onOpen }: CellProps) {
  if (cell === null) return null;
  const { truth, said, photos } = cell;
  const count = photos.length;
  return (
    <button
      type="button"
      className={styles.cell}
      aria-pressed={open === cell}
      aria-label={
        said === null
          ? say.quality.cellMissed(spoken(truth), count)
          : say.quality.cell(spoken(truth), spoken(said), count)
      }
      onClick={() => onOpen(open === cell ? null : cell)}
    >
      {say.number(count)}
    </button>
  );
}
