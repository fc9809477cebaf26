import { useState } from 'react';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useRoute, useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { askInWords, sentenceParts, withoutPart } from '../../shared/query/sentence.ts';
import { ASK_ALL, type Ask, narrows } from '../../shared/route/ask.ts';
import { nextRole, withRole } from '../../shared/route/chipList.ts';
import { asks } from '../../shared/route/route.ts';
import { rememberedHash } from '../../shared/state/searchMemory.ts';
import { AskChipButton } from './AskChipButton.tsx';
import { CategoryRow } from './CategoryRow.tsx';
import { ExampleChips } from './ExampleChips.tsx';
import styles from './QueryBar.module.css';
import { SaveSearch } from './SaveSearch.tsx';

/** What is asked, as a sentence of chips, and the categories to go on with. */
export function QueryBar() {
  const { router, searches } = useFacet();
  const base = useRoute((route) => route.base);
  const shown = useSnapshot(({ state, gallery }) => state.phase === 'ready' && gallery.total > 0);
  const [saving, setSaving] = useState(false);
  if (!shown || !asks(base)) return null;
  const { ask } = base;
  const show = (next: Ask) => router.base({ ...base, ask: next });
  const examples = base.view === 'search' && base.more.length + base.less.length > 0;
  const clear = () =>
    router.base({
      ...base,
      ...(base.view === 'search' && { more: [], less: [] }),
      ask: { ...ASK_ALL, order: ask.order },
    });
  const saved = examples || base.view === 'gallery' ? rememberedHash(base) : null;

  return (
    <>
      {(narrows(ask) || examples) && (
        <div className={styles.sentence} role="group" aria-label={say.chips.asked}>
          {examples && <ExampleChips base={base} />}
          {sentenceParts(ask).map(({ part, before, text }) => (
            <span
              key={part.kind === 'chip' || part.kind === 'word' ? `${part.kind} ${part.index}` : part.kind}
              className={styles.part}
            >
              {joint(before) !== '' && <span className={styles.before}>{joint(before)}</span>}
              <AskChipButton
                part={part}
                text={text}
                {...(part.kind === 'chip' && {
                  onCycle: () =>
                    show({ ...ask, chips: withRole(ask.chips, part.index, nextRole(ask.chips, part.index)) }),
                  next: nextRole(ask.chips, part.index),
                })}
                onRemove={() => show(withoutPart(ask, part))}
              />
            </span>
          ))}
          <span className={styles.actions}>
            {saved !== null && (
              <button type="button" className={styles.action} onClick={() => setSaving(true)}>
                {say.chips.save}
              </button>
            )}
            <button type="button" className={styles.action} onClick={clear}>
              {say.chips.clear}
            </button>
          </span>
        </div>
      )}
      {base.view === 'gallery' && (
        <CategoryRow
          ask={ask}
          onAdd={(next) => {
            searches.remember({ ...base, ask: next }, base);
            show(next);
          }}
        />
      )}
      {saving && (
        <SaveSearch
          proposed={askInWords(ask)}
          onSave={(name) => searches.save(name, base)}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}

/** What stands between two chips; the space does what a comma does in a sentence. */
function joint(before: string): string {
  return before.replace(/^, ?/, '');
}
