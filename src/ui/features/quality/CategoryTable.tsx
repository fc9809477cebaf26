import type { CategoryQuality } from '../../../pipeline/api/qualityVerbs.ts';
import { say } from '../../shared/language/say.ts';
import { interval, share, spoken } from './figureText.ts';
import styles from './quality.module.css';

interface CategoryTableProps {
  readonly categories: readonly CategoryQuality[];
  /** Of another report. */
  readonly beside: readonly CategoryQuality[] | null;
}

/** Each category's ranking and its gate, the weakest first. */
export function CategoryTable({ categories, beside }: CategoryTableProps) {
  const sorted = [...categories].sort((a, b) => (a.ap ?? 2) - (b.ap ?? 2));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled by keys, too
    <section className={styles.wide} aria-label={say.quality.categories} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say.quality.category}</th>
            <th scope="col">{say.quality.holding}</th>
            <th scope="col">{say.quality.ap}</th>
            {beside !== null && <th scope="col">{say.quality.apOther}</th>}
            <th scope="col">{say.quality.gate}</th>
            <th scope="col">{say.quality.precision}</th>
            <th scope="col">{say.quality.recall}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ name, photos, ap, gate, precision, recall }) => (
            <tr key={name}>
              <th scope="row">{spoken(name)}</th>
              <td>{say.number(photos)}</td>
              <td>{share(ap)}</td>
              {beside !== null && <td>{share(beside.find((one) => one.name === name)?.ap ?? null)}</td>}
              <td>{say.decimal(gate, 2)}</td>
              {[precision, recall].map((estimate, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns that never move
                <td key={n}>
                  {share(estimate.value)} <span className={styles.interval}>{interval(estimate)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
