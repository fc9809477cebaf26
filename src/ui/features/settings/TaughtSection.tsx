import { useCallback, useEffect, useState } from 'react';
import type { TaughtSummary } from '../../../pipeline/api/teachingVerbs.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { saveAs } from '../../shared/files/saveAs.ts';
import { useFilePicker } from '../../shared/files/useFilePicker.ts';
import { say } from '../../shared/language/say.ts';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import styles from './settings.module.css';
import { TaughtCategory, type TaughtDone } from './TaughtCategory.tsx';

/** What a person taught: to be renamed, taught further, forgotten, given away, and taken from others. */
export function TaughtSection() {
  const { pipeline, teaching, router } = useFacet();
  // It changes whenever what is taught does.
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const [taught, setTaught] = useState<readonly TaughtSummary[]>([]);
  const [done, setDone] = useState<TaughtDone | null>(null);
  const failed = useCallback(
    (what: string) => (error: unknown) => setDone({ text: `${what}. ${sentenceOf(error)}`, undo: null }),
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies(categories): see above
  useEffect(() => {
    let wanted = true;
    pipeline.taught().then((all) => {
      if (wanted) setTaught(all);
    }, failed(say.teach.unread));
    return () => {
      wanted = false;
    };
  }, [pipeline, failed, categories]);
  const save = () => {
    pipeline
      .exportTaught(taught.map(({ key }) => key))
      .then(
        (file) => saveAs(file, `facet-taught-${new Date().toISOString().slice(0, 10)}.json`),
        failed(say.teach.notSaved),
      );
  };
  const open = useFilePicker(
    'taught',
    useCallback(
      ([file]: File[]) => {
        if (file === undefined) return;
        pipeline
          .importTaught(file)
          .then(
            (names) => setDone({ text: say.teach.opened(names.map((name) => `“${name}”`).join(', ')), undo: null }),
            failed(say.teach.notOpened),
          );
      },
      [pipeline, failed],
    ),
  );
  const undo = (undoing: number | null) => {
    setDone(null);
    if (undoing !== null) pipeline.undoTeaching(undoing).catch(failed(say.teach.notUndone));
  };
  const teachMore = (key: string) => {
    router.close();
    teaching.begin([], key);
  };
  return (
    <section className={styles.section} aria-label={say.teach.title}>
      <h3>{say.teach.title}</h3>
      <p>{say.teach.how}</p>
      {taught.length > 0 && (
        <ul className={styles.taught} aria-label={say.teach.list}>
          {taught.map((one) => (
            <TaughtCategory key={one.key} taught={one} onTeach={() => teachMore(one.key)} onDone={setDone} />
          ))}
        </ul>
      )}
      {done !== null && (
        <div className={styles.row}>
          <p role="status">{done.text}</p>
          {done.undo !== null && <Button label={say.common.undo} look="quiet" onClick={() => undo(done.undo)} />}
        </div>
      )}
      <div className={styles.row}>
        <Button label={say.teach.save} disabled={taught.length === 0} onClick={save} />
        <Button label={say.teach.open} onClick={open} />
      </div>
      {taught.length > 0 && <p>{say.teach.given}</p>}
    </section>
  );
}
