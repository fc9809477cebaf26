import { useCallback, useEffect, useState } from 'react';
import type { NetworkStatus } from '../../../pipeline/api/pipeline.ts';
import type { QualityReport } from '../../../pipeline/api/qualityVerbs.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Select } from '../../shared/controls/Select.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot, useStore } from '../../shared/facet/useSnapshot.ts';
import { useFilePicker } from '../../shared/files/useFilePicker.ts';
import { say } from '../../shared/language/say.ts';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import { networkName } from '../../shared/model/networkName.ts';
import styles from './quality.module.css';
import { Report } from './Report.tsx';

const NONE = '';

/** Choosing a labelled folder, how far it is, and the report, with another one beside it. */
export function FolderPart() {
  const { pipeline, measuring } = useFacet();
  const state = useStore(measuring.state);
  const progress = useSnapshot((snapshot) => snapshot.measuring);
  const own = useSnapshot((snapshot) => snapshot.network.own);
  const [reports, setReports] = useState<readonly QualityReport[]>([]);
  const [shown, setShown] = useState<string>(NONE);
  const [beside, setBeside] = useState<string>(NONE);
  const [unread, setUnread] = useState<string | null>(null);
  const pick = useFilePicker('folder', measuring.begin);
  const read = useCallback(async () => {
    try {
      setReports(await pipeline.qualityReports());
    } catch (error) {
      setUnread(sentenceOf(error));
    }
  }, [pipeline]);
  const done = state.phase === 'done' ? state.key : NONE;
  useEffect(() => {
    if (done !== NONE) setShown(done);
    void read();
  }, [done, read]);
  const report = reports.find(({ key }) => key === shown) ?? reports[0] ?? null;
  const others = reports.filter(({ key, folder }) => key !== report?.key && folder === report?.folder);
  const forget = async (key: string) => {
    await pipeline.forgetQualityReport(key);
    await read();
  };
  return (
    <section className={styles.part} aria-labelledby="quality-folder">
      <h2 id="quality-folder">{say.quality.folderTitle}</h2>
      <p className={styles.text}>{say.quality.folderHelp}</p>
      <div className={styles.row}>
        <Button
          label={say.quality.choose}
          icon="folder"
          look="primary"
          disabled={state.phase === 'running'}
          onClick={pick}
        />
        {state.phase === 'running' && <Button label={say.quality.stop} onClick={measuring.stop} />}
      </div>
      {state.phase === 'running' && (
        <div className={styles.row}>
          <progress
            className={styles.progress}
            aria-label={say.quality.progress}
            max={progress?.total ?? 1}
            value={(progress?.done ?? 0) + (progress?.failed ?? 0)}
          />
          <span className={styles.small}>
            {progress === null ? say.quality.reading : say.quality.measuring(progress.done, progress.total)}
          </span>
        </div>
      )}
      {state.phase === 'failed' && (
        <p role="alert" className={styles.failed}>
          {say.quality.failed}. {sentenceOf(state.error)}
        </p>
      )}
      {unread !== null && (
        <p role="alert" className={styles.failed}>
          {say.quality.reportsUnread}. {unread}
        </p>
      )}
      {report !== null && (
        <>
          <div className={styles.row}>
            <Select
              label={say.quality.report}
              value={report.key}
              options={reports.map((one) => ({ value: one.key, text: nameOf(one, own) }))}
              onChange={setShown}
            />
            {others.length > 0 && (
              <Select
                label={say.quality.compare}
                value={others.some(({ key }) => key === beside) ? beside : NONE}
                options={[
                  { value: NONE, text: say.quality.compareNone },
                  ...others.map((one) => ({ value: one.key, text: nameOf(one, own) })),
                ]}
                onChange={setBeside}
              />
            )}
            <Button
              label={say.quality.forget}
              icon="trash"
              shape="collapsing"
              look="quiet"
              onClick={() => void forget(report.key)}
            />
          </div>
          <Report key={report.key} report={report} other={others.find(({ key }) => key === beside) ?? null} />
        </>
      )}
    </section>
  );
}

function nameOf({ folder, photos, network, measuredAt }: QualityReport, own: NetworkStatus['own']): string {
  return say.quality.reportOf(folder, photos.length, networkName(network, own), say.day(measuredAt));
}
