import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { VECTORS_BACKBONE } from '../../network/shippedFiles.ts';
import { measuresPage } from '../evaluate/measuresPage.ts';
import { modelCard, type Provenance, parseProvenance } from '../evaluate/modelCard.ts';
import { CARD, parseEvaluateOptions } from '../evaluate/options.ts';
import { reportText } from '../evaluate/report.ts';
import { runEvaluation } from '../evaluate/runEvaluation.ts';
import { partFolder } from '../features/joinedCache.ts';
import { teachData } from '../train/teach/teachData.ts';
import { teachFigures, teachSummary } from '../train/teach/teachFigures.ts';
import { vocabularyFigures } from '../train/vocabularyFigures.ts';

/**
 * npm run evaluate --silent -- --data DIR [--queries DIR2] [--limit N] [--backbone NAME] [--cache DIR3] [--json FILE] [--features DIR4]
 *                               [--card FILE] [--html FILE] [--curves FILE]
 *
 * Runs the whole way of a photo over a labelled folder and prints the measures of retrieval, labels, calibration,
 * localisation, proposals and time; --json writes the same figures, --card the model card of the heads, --html a page. With --maps the JSON has
 * `vocabulary.others`, too: how well the categories are told that the detection head alone tells, see `npm run others`; and `teach`: how well
 * a category is learned from a few photos, see `npm run teach:measure`.
 */
try {
  const options = parseEvaluateOptions(process.argv.slice(2));
  // Read before the long run: a wrong path is said at once.
  const provenance = options.card === null ? null : provenanceBeside(options.card);
  const curves = options.curves === null ? null : readFileSync(options.curves, 'utf8');
  const run = await runEvaluation(
    options,
    (workerData) => new Worker(new URL('./analyseWorker.js', import.meta.url), { workerData }),
  );
  process.stdout.write(reportText(run.figures, run.floor));
  const vocabulary = options.maps === null ? null : vocabularyFigures(options.data, options.maps, options.backbone);
  if (vocabulary !== null)
    process.stdout.write(
      `\n${Object.keys(vocabulary.others.perCategory).length} categories that the detection head alone tells: label mAP ${vocabulary.others.map.toFixed(3)}, calibration error ${vocabulary.others.ece.toFixed(3)}\n`,
    );
  const taughtOn =
    options.maps !== null && options.backbone.split('+').includes(VECTORS_BACKBONE) ? options.maps : null;
  const teach =
    taughtOn === null ? null : taught(options.data, partFolder(taughtOn, options.backbone, VECTORS_BACKBONE));
  if (teach !== null)
    process.stdout.write(
      `A category taught from a few photos, AP by their number: ${Object.entries(teach)
        .map(([key, ap]) => `${key} ${ap.toFixed(3)}`)
        .join(', ')}\n`,
    );
  if (provenance !== null && options.card !== null)
    write(options.card, modelCard(basename(options.card, CARD), run.figures, provenance));
  if (options.html !== null) write(options.html, measuresPage(run.figures, run.networkVersion, curves));
  if (options.json !== null) {
    const { figures, networkVersion, floor, skipped } = run;
    write(
      options.json,
      `${JSON.stringify({ ...figures, vocabulary, teach, floor, networkVersion, skipped }, null, 2)}\n`,
    );
  }
} catch (error) {
  process.stderr.write(`evaluate: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function taught(data: string, folder: string): Readonly<Record<string, number>> {
  const { gallery, queries } = teachData(data, [folder]);
  return teachSummary(teachFigures(gallery, queries));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function provenanceBeside(card: string): Provenance {
  const path = `${card.slice(0, -CARD.length)}.provenance.json`;
  return parseProvenance(readFileSync(path, 'utf8'), path);
}
