import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { parseEvaluateOptions } from './evaluation/options.ts';
import { reportText } from './evaluation/report.ts';
import { runEvaluation } from './evaluation/runEvaluation.ts';

/**
 * npm run evaluate --silent -- --data DIR [--queries DIR2] [--limit N] [--cache DIR3] [--json FILE] [--features DIR4]
 *
 * Runs the whole way of a photo over a labelled folder and prints the measures of retrieval, labels, calibration,
 * localisation, proposals and time; --json writes the same figures.
 */
try {
  const options = parseEvaluateOptions(process.argv.slice(2));
  const run = await runEvaluation(options, (workerData) => new Worker(new URL('./analyseWorker.js', import.meta.url), { workerData }));
  process.stdout.write(reportText(run.figures, run.floor));
  if (options.json !== null) {
    const { figures, networkVersion, floor, skipped } = run;
    mkdirSync(dirname(options.json), { recursive: true });
    writeFileSync(options.json, `${JSON.stringify({ ...figures, floor, networkVersion, skipped }, null, 2)}\n`);
  }
} catch (error) {
  process.stderr.write(`evaluate: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
