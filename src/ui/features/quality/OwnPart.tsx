import { useCallback, useEffect, useState } from 'react';
import type { OwnQuality, QualityAnswer } from '../../../pipeline/api/qualityVerbs.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import { CalibrationPlot } from './CalibrationPlot.tsx';
import { interval, share } from './figureText.ts';
import { OwnQuestion } from './OwnQuestion.tsx';
import styles from './quality.module.css';

/** Questions about a person's own photos, and what the answers say. */
export function OwnPart() {
  const { pipeline } = useFacet();
  const photos = useSnapshot((snapshot) => snapshot.gallery.total);
  const [own, setOwn] = useState<OwnQuality | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const take = useCallback(async (asked: Promise<OwnQuality | null>) => {
    try {
      setOwn(await asked);
      setRefused(null);
    } catch (error) {
      setRefused(sentenceOf(error));
      throw error;
    }
  }, []);
  const shown = useCallback((asked: Promise<OwnQuality | null>) => void take(asked).catch(() => {}), [take]);
  useEffect(() => shown(pipeline.ownQuality()), [pipeline, shown]);
  const onAnswer = useCallback(
    (place: number, answer: QualityAnswer | null) => take(pipeline.answerOwnQuality(place, answer)),
    [pipeline, take],
  );
  return (
    <section className={styles.part} aria-labelledby="quality-own">
      <h2 id="quality-own">{say.quality.ownTitle}</h2>
      <p className={styles.text}>{say.quality.ownHelp}</p>
      {own !== null && <OwnQuestion own={own} onAnswer={onAnswer} />}
      <div className={styles.row}>
        <Button
          label={own === null ? say.quality.ask : say.quality.askAgain}
          look={own === null ? 'primary' : 'plain'}
          disabled={photos === 0}
          onClick={() => shown(pipeline.askOwnQuality())}
        />
      </div>
      {refused !== null && (
        <p role="alert" className={styles.failed}>
          {say.quality.notAsked}. {refused}
        </p>
      )}
      {own !== null && own.figures.answered > 0 && <OwnFigures figures={own.figures} />}
    </section>
  );
}

function OwnFigures({ figures: { answered, precision, recall, bins } }: { readonly figures: OwnQuality['figures'] }) {
  return (
    <>
      <table className={styles.figures}>
        <caption>{say.quality.answered(answered)}</caption>
        <tbody>
          {[
            { name: say.quality.ownPrecision, estimate: precision },
            { name: say.quality.ownRecall, estimate: recall },
          ].map(({ name, estimate }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                {share(estimate.value)} <span className={styles.interval}>{interval(estimate)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.small}>{say.quality.ownRecallHelp}</p>
      <CalibrationPlot bins={bins} beside={null} />
    </>
  );
}
