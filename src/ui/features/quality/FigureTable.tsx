import type { Estimate, QualityReport } from '../../../pipeline/api/qualityVerbs.ts';
import { say } from '../../shared/language/say.ts';
import { interval, share } from './figureText.ts';
import styles from './quality.module.css';

interface Row {
  readonly name: string;
  readonly of: (report: QualityReport) => number | Estimate | null;
}

/** The figures of a folder, and those of another report beside them. */
export function FigureTable({
  report,
  other,
}: {
  readonly report: QualityReport;
  readonly other: QualityReport | null;
}) {
  const rows: readonly Row[] = [
    { name: say.quality.labelMap, of: ({ map }) => map },
    { name: say.quality.searchMap, of: ({ semantic }) => semantic.map },
    { name: say.quality.ndcg, of: ({ semantic }) => semantic.ndcg100 },
    { name: say.quality.categoryMap, of: ({ categoryAware }) => categoryAware.map },
    { name: say.quality.ece, of: ({ ece }) => ece },
    { name: say.quality.corloc, of: ({ boxes }) => boxes?.corloc ?? null },
    { name: say.quality.pointing, of: ({ boxes }) => boxes?.pointing ?? null },
  ];
  const shown = rows.filter(({ of }) => of(report) !== null);
  return (
    <table className={styles.figures}>
      <caption className="visuallyHidden">{say.quality.figures}</caption>
      <thead className={other === null ? 'visuallyHidden' : ''}>
        <tr>
          <th scope="col">{say.quality.figure}</th>
          <th scope="col">{say.quality.this}</th>
          {other !== null && <th scope="col">{say.quality.other}</th>}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ name, of }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <Figure value={of(report)} />
            {other !== null && <Figure value={of(other)} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ value }: { readonly value: number | Estimate | null }) {
  if (value === null || typeof value === 'number') return <td>{share(value)}</td>;
  return (
    <td>
      {share(value.value)} <span className={styles.interval}>{interval(value)}</span>
    </td>
  );
}
