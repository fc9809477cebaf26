import type { QualityReport } from '../../../pipeline/api/qualityVerbs.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { saveAs } from '../../shared/files/saveAs.ts';
import { say } from '../../shared/language/say.ts';
import { CalibrationPlot } from './CalibrationPlot.tsx';
import { CategoryTable } from './CategoryTable.tsx';
import { Confusions } from './Confusions.tsx';
import { FigureTable } from './FigureTable.tsx';
import { spoken } from './figureText.ts';
import { MeasuredPicture } from './MeasuredPicture.tsx';
import styles from './quality.module.css';
import { categoriesCsv, reportJson } from './reportFiles.ts';

interface ReportProps {
  readonly report: QualityReport;
  /** Of the same folder. */
  readonly other: QualityReport | null;
}

/** All that was measured on one folder. */
export function Report({ report, other }: ReportProps) {
  const { photos, notes, unreadable, unknown, worst, folder, layout } = report;
  const day = new Date(report.measuredAt).toISOString().slice(0, 10);
  const save = (file: Blob, ending: string) => saveAs(file, `facet-quality-${folder}-${day}.${ending}`);
  return (
    <div className={styles.report}>
      <h3>{say.quality.figures}</h3>
      <FigureTable report={report} other={other} />
      <p className={styles.small}>{say.quality.howMeasured(photos.length)}</p>
      {layout === 'folders' && <p className={styles.small}>{say.quality.single}</p>}
      {unknown.length > 0 && <p className={styles.small}>{say.quality.unknown(say.list(unknown.map(spoken)))}</p>}
      <Sentences
        title={say.quality.unreadable(unreadable.length)}
        sentences={unreadable.map(({ path, reason }) => `${path}: ${say.pipeline(reason)}`)}
      />
      <Sentences title={say.quality.notes} sentences={notes} />
      <div className={styles.row}>
        <Button label={say.quality.asJson} icon="download" onClick={() => save(reportJson(report), 'json')} />
        <Button label={say.quality.asCsv} icon="download" onClick={() => save(categoriesCsv(report), 'csv')} />
      </div>
      <h3>{say.quality.calibration}</h3>
      <p className={styles.small}>{say.quality.calibrationHelp}</p>
      <CalibrationPlot bins={report.bins} beside={other?.bins ?? null} />
      <h3>{say.quality.categories}</h3>
      <CategoryTable categories={report.categories} beside={other?.categories ?? null} />
      <h3>{say.quality.confusions}</h3>
      <Confusions report={report} />
      {worst.length > 0 && (
        <>
          <h3>{say.quality.worst}</h3>
          <p className={styles.small}>{say.quality.worstHelp}</p>
          <ul className={styles.worst}>
            {worst.map(({ photo, ap, first }) => (
              <li key={photo}>
                <p className={styles.small}>
                  {photos[photo]!.path}: {say.quality.worstOf(say.decimal(ap, 2))}
                </p>
                <div className={styles.strip}>
                  {[photo, ...first].map((place, n) => (
                    <MeasuredPicture
                      key={place}
                      photo={photos[place]!}
                      category={photos[place]!.said[0]?.category ?? null}
                      title={n === 0 ? photos[place]!.path : `${say.quality.answer(n)}: ${photos[place]!.path}`}
                    />
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Behind a title, since there may be many. */
function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>{title}</summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
