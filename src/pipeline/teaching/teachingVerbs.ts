import { foldedText } from '../../base/foldedText.ts';
import type { Gallery } from '../../gallery/gallery.ts';
import type { TaughtRow } from '../../gallery/records/taughtRow.ts';
import { NEVER } from '../api/errors.ts';
import type { Pipeline } from '../api/pipelineVerbs.ts';
import type { VerbsOf } from '../api/remoteCalls.ts';
import type { TaughtChange, TaughtSummary, TeachingVerbs as Verbs } from '../api/teachingVerbs.ts';
import { ofNetwork } from '../library/galleryRows.ts';
import type { Library } from '../library/library.ts';
import type { Recoder } from './recoder.ts';
import { readTaughtFile, taughtFile } from './taughtFile.ts';
import { Teacher } from './teacher.ts';

/** A word on a photo is one on a taught category, too: it teaches. */
export type TeachingVerbs = Pick<VerbsOf<Pipeline>, keyof Verbs | 'correctLabel'>;

export interface TeachingVerbsParts {
  readonly gallery: Gallery;
  readonly library: Library;
  readonly recoder: Pick<Recoder, 'soon'>;
}

/** Changes that can be undone, the oldest forgotten first. */
const MOST_UNDONE = 20;

/** Teaching as the page asks for it. */
export function teachingVerbs({ gallery, library, recoder }: TeachingVerbsParts): TeachingVerbs {
  const teacher = new Teacher({ gallery, library });
  const before = new Map<number, { readonly key: string; readonly row: TaughtRow | null }>();
  let nextUndo = 1;

  const rowOf = async (key: string): Promise<TaughtRow> => {
    const row = (await gallery.taught()).find((one) => one.key === key);
    if (row === undefined) throw new Error('This category has been forgotten meanwhile.');
    return row;
  };
  const put = async (key: string, row: TaughtRow | null): Promise<void> => {
    if (row === null) await gallery.forgetTaught(key);
    else await gallery.keepTaught(row);
    await library.taughtChanged(key);
  };
  const changed = async (key: string, row: TaughtRow | null): Promise<TaughtChange> => {
    const earlier = (await gallery.taught()).find((one) => one.key === key) ?? null;
    await put(key, row);
    const undo = nextUndo++;
    before.set(undo, { key, row: earlier });
    for (const old of before.keys()) {
      if (before.size <= MOST_UNDONE) break;
      before.delete(old);
    }
    return { key, undo };
  };
  /** @throws Error, for a person, when another category is called so. */
  const freeName = async (name: string, key: string | null): Promise<string> => {
    const wanted = name.trim().replace(/\s+/g, ' ');
    if (wanted === '') throw new Error('Give it a name first.');
    const { categories } = await library.vocabulary();
    const others = [...ofNetwork(categories), ...(await gallery.taught()).filter((row) => row.key !== key)];
    const same = (one: string, other: string) => plain(one) === plain(other);
    const taken = others.find((other) => same(other.name, wanted));
    if (taken) throw new Error(`There is a category “${taken.name}” already. Choose another name.`);
    return wanted;
  };

  return {
    async taught() {
      const { vectors } = await library.vocabulary();
      return (await gallery.taught()).map(
        (row): TaughtSummary => ({
          key: row.key,
          name: row.name,
          examples: row.examples.map(({ id }) => id),
          counterExamples: row.counterExamples.map(({ id }) => id),
          inUse: row.vectors === vectors?.version,
        }),
      );
    },
    async correctLabel(id, category, verdict) {
      const row = library.taught.find(({ name }) => name === category);
      if (row === undefined) {
        await library.correct(id, category, verdict);
        // The word counts at once; nobody waits for the network to look again.
        void recoder.soon(id);
        return;
      }
      const others = (photos: TaughtRow['examples']) =>
        photos.filter((photo) => photo.id !== id).map((photo) => photo.id);
      const draft = {
        key: row.key,
        yes: [...others(row.examples), ...(verdict === 'present' ? [id] : [])],
        no: [...others(row.counterExamples), ...(verdict === 'absent' ? [id] : [])],
      };
      await put(row.key, await teacher.corrected(row, draft));
    },
    tryTeaching: (draft, options) => teacher.preview(draft, options?.signal ?? NEVER),
    async teach(name, draft) {
      const called = await freeName(name, draft.key);
      const { space, category, examples, counterExamples } = await teacher.lesson(draft);
      const earlier = draft.key === null ? null : await rowOf(draft.key);
      const key = earlier?.key ?? crypto.randomUUID();
      return changed(key, {
        key,
        name: called,
        taughtAt: earlier?.taughtAt ?? Date.now(),
        vectors: space.version,
        weights: Float32Array.from(category.weights),
        bias: category.bias,
        slope: category.slope,
        offset: category.offset,
        gate: category.gate,
        examples,
        counterExamples,
      });
    },
    async renameTaught(key, name) {
      const called = await freeName(name, key);
      return changed(key, { ...(await rowOf(key)), name: called });
    },
    forgetTaught: (key) => changed(key, null),
    async undoTeaching(undo) {
      const earlier = before.get(undo);
      if (earlier === undefined) throw new Error('It is too late for that.');
      before.delete(undo);
      await put(earlier.key, earlier.row);
    },
    async exportTaught(keys) {
      return taughtFile((await gallery.taught()).filter(({ key }) => keys.includes(key)));
    },
    async importTaught(file) {
      const space = await teacher.space();
      const given = readTaughtFile(await file.text());
      if (given.length === 0) throw new Error('No category is in this file.');
      for (const { vectors, weights, name } of given)
        if (vectors !== space.version || weights.length !== space.dimensions)
          throw new Error(`“${name}” was taught to another network, so it cannot be used with this one.`);
      const names = await Promise.all(given.map(({ name }) => freeName(name, null)));
      for (const [n, category] of given.entries()) {
        const key = crypto.randomUUID();
        const row = { ...category, name: names[n]!, key, taughtAt: Date.now() + n, examples: [], counterExamples: [] };
        await put(key, row);
      }
      return names;
    },
  };
}

/** As names are compared: without spaces, case and accents. */
function plain(name: string): string {
  return foldedText(name).replace(/\s/g, '');
}
