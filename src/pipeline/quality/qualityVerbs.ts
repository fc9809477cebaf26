import { probabilityByte } from '../../codes/columns/probabilityByte.ts';
import type { Gallery } from '../../gallery/gallery.ts';
import type { AnalysedPhoto, AnalyseOptions } from '../analyser/analyser.ts';
import { NEVER } from '../api/errors.ts';
import type { MeasuringProgress } from '../api/pipeline.ts';
import type { OwnQuality, QualityReport, QualityVerbs as Verbs } from '../api/qualityVerbs.ts';
import type { VerbsOf } from '../api/remoteCalls.ts';
import { ofNetwork } from '../library/galleryRows.ts';
import type { Library } from '../library/library.ts';
import type { Recorded } from './measureFolder.ts';
import { LEAST_ASKED, type Pair } from './ownQuestions.ts';

export type QualityVerbs = VerbsOf<Verbs>;

export interface QualityParts {
  readonly gallery: Gallery;
  readonly library: Library;
  analyse(file: Blob, options: AnalyseOptions): Promise<AnalysedPhoto>;
  contentHash(file: Blob): Promise<string>;
  ahead(): number;
  /** The name of the network in use. */
  network(): string;
  tell(measuring: MeasuringProgress | null): void;
}

const REPORTS = 'quality reports';
const OWN = 'quality answers';
/** The newest; each takes some hundred bytes a photo. */
const MOST_REPORTS = 8;

/** How good the network is, as the page asks for it. What it takes is loaded when it is first asked for. */
export function qualityVerbs(parts: QualityParts): QualityVerbs {
  const { gallery, library, tell } = parts;
  const remembered = new Map<string, Recorded>();

  const reports = async (): Promise<readonly QualityReport[]> => kept<QualityReport[]>(REPORTS, []);
  // What was written by this class alone is read as what it is.
  const kept = async <T>(name: string, none: T): Promise<T> => {
    const text = await gallery.setting(name);
    return text === undefined ? none : (JSON.parse(text) as T);
  };
  const keep = (name: string, value: unknown): Promise<void> => gallery.setSetting(name, JSON.stringify(value));
  const own = async (): Promise<OwnQuality | null> => {
    const { version } = await library.vocabulary();
    const found = await kept<OwnQuality | null>(OWN, null);
    return found?.version === version ? found : null;
  };

  return {
    async measureFolder(files, options) {
      const { measureFolder } = await import('./measureFolder.ts');
      try {
        const measured = await measureFolder(
          {
            ...parts,
            remembered,
            vocabulary: () => library.vocabulary(),
            async stored(id, version) {
              if (library.known(id)?.version !== version) return null;
              const { photo, analysis } = await gallery.analysis(id);
              return { analysis, width: photo.width, height: photo.height };
            },
            onProgress: tell,
          },
          files,
          options?.signal ?? NEVER,
        );
        const report: QualityReport = {
          ...measured,
          key: crypto.randomUUID(),
          measuredAt: Date.now(),
          network: parts.network(),
        };
        await keep(REPORTS, [report, ...(await reports())].slice(0, MOST_REPORTS));
        return report;
      } finally {
        tell(null);
      }
    },
    qualityReports: reports,
    async forgetQualityReport(key) {
      await keep(
        REPORTS,
        (await reports()).filter((report) => report.key !== key),
      );
    },
    ownQuality: own,
    async askOwnQuality() {
      const { drawPairs, ownFigures } = await import('./ownQuestions.ts');
      const { categories, version } = await library.vocabulary();
      const gates = ofNetwork(categories).map(({ gate }) => gate);
      const seed = crypto.getRandomValues(new Uint32Array(1))[0]!;
      const { strata, pairs } = drawPairs(allPairs(library, gates.length), gates, seed);
      if (pairs.length < LEAST_QUESTIONS)
        throw new Error('There is too little to ask about yet. Add more photos first.');
      const questions = await Promise.all(
        pairs.map(async ({ photo, category, probability, stratum }) => ({
          id: library.columns.idOf(photo),
          category: categories[category]!.name,
          probability,
          box: (await library.winningRegions([library.columns.idOf(photo)], category))[0] ?? null,
          stratum,
          answer: null,
        })),
      );
      const drawn = { drawnAt: Date.now(), version, strata, questions, figures: ownFigures(strata, questions) };
      await keep(OWN, drawn);
      return drawn;
    },
    async answerOwnQuality(place, answer) {
      const { ownFigures } = await import('./ownQuestions.ts');
      const before = await own();
      if (before?.questions[place] === undefined)
        throw new Error('These questions are no longer there. Draw new ones.');
      const questions = before.questions.map((one, n) => (n === place ? { ...one, answer } : one));
      const after = { ...before, questions, figures: ownFigures(before.strata, questions) };
      await keep(OWN, after);
      return after;
    },
  };
}

/** Fewer say nothing. */
const LEAST_QUESTIONS = 5;

/** Every pair of a photo of the version in use and a category of the network that a person did not say anything of. */
function* allPairs({ columns }: Library, categories: number): Generator<Pair> {
  const { search } = columns;
  if (search === null) return;
  const names = search.vocabulary.categories.map(({ name }) => name);
  const least = probabilityByte(LEAST_ASKED);
  const { codes } = search;
  const bytes = codes.probabilities.slice(0, categories).map((column) => column.bytes(codes.rows));
  for (let photo = 0; photo < columns.facts.end; photo++) {
    if (!columns.has(photo) || !search.has(photo)) continue;
    const row = codes.rowOf(photo);
    const words = columns.corrections(photo);
    for (const [category, column] of bytes.entries()) {
      const byte = column[row]!;
      if (byte >= least && words[names[category]!] === undefined) yield { photo, category, probability: byte / 255 };
    }
  }
}
