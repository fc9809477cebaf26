import type { Gallery } from '../../gallery/gallery.ts';
import type { TaughtPhoto, TaughtRow } from '../../gallery/records/taughtRow.ts';
import type { VectorSpace } from '../../network/network.ts';
import { bagsOf } from '../../network/taught/photoBags.ts';
import { questions } from '../../network/taught/questions.ts';
import { expectedPrecision } from '../../network/taught/taughtCalibration.ts';
import { type TaughtCategory, taughtCategory, taughtTold, wholeOf } from '../../network/taught/taughtCategory.ts';
import { throwIfCancelled } from '../api/errors.ts';
import type { TeachingDraft, TeachingPreview } from '../api/teachingVerbs.ts';
import type { Library } from '../library/library.ts';
import { type TeachingSample, teachingSample } from './teachingSample.ts';

/** Questions at a time. */
export const QUESTIONS = 8;
/** Photos of a preview. */
const SHOWN = 60;

export interface TeacherParts {
  readonly gallery: Pick<Gallery, 'vectors' | 'vectorsOf' | 'taught'>;
  readonly library: Pick<Library, 'columns' | 'vocabulary'>;
}

/** What is learned of a draft, and what it was learned from. */
export interface Lesson {
  readonly space: VectorSpace;
  readonly category: TaughtCategory;
  readonly examples: readonly TaughtPhoto[];
  readonly counterExamples: readonly TaughtPhoto[];
}

/** Whether something can be learned of the photo. */
function toldApart({ vectors }: TaughtPhoto): boolean {
  return vectors.length > 0;
}

/** Learns categories from drafts. What is stored changes by `teachingVerbs` alone. */
export class Teacher {
  readonly #parts: TeacherParts;
  #sample: { readonly revision: number; readonly version: string; readonly of: Promise<TeachingSample> } | null = null;

  constructor(parts: TeacherParts) {
    this.#parts = parts;
  }

  /** @throws Error, for a person, where the network cannot be taught. */
  async space(): Promise<VectorSpace> {
    const { vectors } = await this.#parts.library.vocabulary();
    if (vectors === null) throw new Error('The network in use cannot be taught. Choose another one in the settings.');
    return vectors;
  }

  /** @throws Error, for a person, when none of the examples can be learned from. */
  async lesson(draft: TeachingDraft): Promise<Lesson> {
    const space = await this.space();
    const [sample, examples, counterExamples] = await Promise.all([
      this.#sampleOf(space),
      this.#photos(draft, draft.yes, space),
      this.#photos(draft, draft.no, space),
    ]);
    if (!examples.some(toldApart))
      throw new Error(
        draft.yes.length === 0
          ? 'Choose at least one photo that shows it.'
          : 'These photos were indexed before Facet could be taught. Drop their files again first.',
      );
    const answered = new Set([...draft.yes, ...draft.no]);
    const unlabelled = sample.ids.flatMap((id, n) => (answered.has(id) ? [] : [n]));
    if (unlabelled.length + counterExamples.filter(toldApart).length === 0)
      throw new Error('There are no other photos to tell these from. Add more photos first.');
    const category = taughtCategory({
      examples: bagsOf(
        examples.filter(toldApart).map(({ vectors }) => vectors),
        space.dimensions,
      ),
      counterExamples: bagsOf(
        counterExamples.filter(toldApart).map(({ vectors }) => vectors),
        space.dimensions,
      ),
      gallery: sample.bags,
      unlabelled,
    });
    return { space, category, examples, counterExamples };
  }

  /** The category after a person's word on a photo. Where there is no example to learn from, as of one that came with a file, its weights stay. */
  async corrected(row: TaughtRow, draft: TeachingDraft): Promise<TaughtRow> {
    const space = await this.space();
    const [examples, counterExamples] = await Promise.all([
      this.#photos(draft, draft.yes, space),
      this.#photos(draft, draft.no, space),
    ]);
    if (row.examples.length === 0 || !examples.some(toldApart)) return { ...row, examples, counterExamples };
    const { category } = await this.lesson(draft);
    return { ...row, ...category, weights: Float32Array.from(category.weights), examples, counterExamples };
  }

  /** @throws as `lesson`; Cancelled */
  async preview(draft: TeachingDraft, signal: AbortSignal): Promise<TeachingPreview> {
    const { space, category } = await this.lesson(draft);
    throwIfCancelled(signal);
    const { columns } = this.#parts.library;
    const sample = await this.#sampleOf(space);
    throwIfCancelled(signal);
    const { probabilities } = taughtTold(category, sample.bags);
    const place = new Map(sample.ids.map((id, n) => [id, n]));
    const placesOf = (ids: readonly string[]) => ids.flatMap((id) => place.get(id) ?? []);
    const answered = new Set(placesOf([...draft.yes, ...draft.no]));
    const over = Array.from(probabilities.keys())
      .filter((n) => probabilities[n]! >= category.gate && !answered.has(n))
      .sort((a, b) => probabilities[b]! - probabilities[a]! || a - b);
    const numbers = (places: readonly number[]) =>
      Uint32Array.from(places.map((n) => columns.numberOf(sample.ids[n]!)).filter((number) => number !== null));
    const scale = sample.ids.length === 0 ? 0 : sample.all / sample.ids.length;
    return {
      found: numbers(over.slice(0, SHOWN)),
      foundCount: Math.round(over.length * scale),
      precision: expectedPrecision(over.map((n) => probabilities[n]!)),
      questions: numbers(questions(probabilities, wholeOf(sample.bags), answered, QUESTIONS)),
      untold: columns.count - sample.all,
    };
  }

  /** Photos with their vectors, as they are stored now or as the category remembers them; empty of those that have none. */
  async #photos({ key }: TeachingDraft, ids: readonly string[], { version }: VectorSpace): Promise<TaughtPhoto[]> {
    const before: TaughtRow | undefined =
      key === null ? undefined : (await this.#parts.gallery.taught()).find((row) => row.key === key);
    const remembered = new Map(
      before?.vectors === version
        ? [...before.examples, ...before.counterExamples].map((photo) => [photo.id, photo])
        : [],
    );
    return Promise.all(
      [...new Set(ids)].map(async (id): Promise<TaughtPhoto> => {
        const stored = await this.#parts.gallery.vectorsOf(id);
        return stored?.version === version
          ? { id, vectors: stored.vectors }
          : (remembered.get(id) ?? { id, vectors: new Int8Array(0) });
      }),
    );
  }

  /** Read anew when the gallery has changed. */
  #sampleOf({ version, dimensions }: VectorSpace): Promise<TeachingSample> {
    const { columns } = this.#parts.library;
    const { revision } = columns;
    if (this.#sample?.revision !== revision || this.#sample.version !== version) {
      const of = teachingSample(this.#parts.gallery, version, dimensions, (id) => columns.numberOf(id) !== null);
      this.#sample = { revision, version, of };
      of.catch(() => {
        this.#sample = null;
      });
    }
    return this.#sample.of;
  }
}
