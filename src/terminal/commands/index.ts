import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type IndexingProgress, progressLine } from '../indexing/progress.ts';
import { type IndexingReport, runIndexing } from '../indexing/runIndexing.ts';

const USAGE = `npm run index -- --photos DIR --out FILE [--workers N] [--resume]

  --photos DIR  a folder of photos, the folders in it included; hidden and system files are left out
  --out FILE    the index file, to be imported by the page; beside it appears FILE.report.json, which names what could not be read
  --workers N   processes, as many as there are cores if not given; each takes about 400 MB
  --resume      go on with a run that was stopped or killed
  --limit S     most seconds for one photo, 120 if not given
  --models DIR  the network's files, public/models if not given`;

/** How often the line of progress is written anew: on a terminal, and where it cannot be written over. */
const EVERY_MS = process.stderr.isTTY ? 200 : 15_000;
const SHOWN_NOTES = 20;

const { values: options } = parseArgs({
  options: {
    photos: { type: 'string' },
    out: { type: 'string' },
    workers: { type: 'string' },
    resume: { type: 'boolean', default: false },
    limit: { type: 'string', default: '120' },
    models: { type: 'string', default: 'public/models' },
    help: { type: 'boolean', default: false },
  },
});

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isInteger(value)) fail(`--${name} is ${text}; wanted a whole number of at least 1.`);
  return value;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Writes the line now and then; the last one always. */
function progressWriter(): (progress: IndexingProgress) => void {
  let begun: { readonly at: number; readonly left: number } | null = null;
  let last = 0;
  return (progress) => {
    const now = performance.now();
    begun ??= { at: now, left: progress.left };
    if (progress.left > 0 && now - last < EVERY_MS) return;
    last = now;
    const done = begun.left - progress.left;
    const line = progressLine(progress, done === 0 ? null : (now - begun.at) / done);
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}${progress.left === 0 ? '\n' : ''}` : `${line}\n`);
  };
}

function tell(report: IndexingReport, out: string): void {
  const { photos, copies, failed, notPhotos, differences } = report;
  writeFileSync(`${out}.report.json`, `${JSON.stringify(report, null, 2)}\n`);
  const some = (title: string, notes: IndexingReport['failed']): string[] =>
    notes.length === 0
      ? []
      : [
          `${title}: ${notes.length}`,
          ...notes.slice(0, SHOWN_NOTES).map(({ path, reason }) => `  ${path}: ${reason}`),
          ...(notes.length > SHOWN_NOTES ? [`  and ${notes.length - SHOWN_NOTES} more in ${out}.report.json`] : []),
        ];
  console.log(
    [
      `${photos} photos in ${out}; ${copies} more files hold the same as one of them, ${notPhotos.length} files are no photos.`,
      ...some('Could not be read', failed),
      ...some('The page may see these a little otherwise', differences),
    ].join('\n'),
  );
}

if (options.help || options.photos === undefined || options.out === undefined) fail(USAGE);
const { photos: folder, out, models, resume } = options;
process.on('SIGINT', () => fail('\nStopped. What is done is kept: the same command with --resume goes on.'));
const program = fileURLToPath(new URL('./indexProcess.js', import.meta.url));
try {
  const report = await runIndexing({
    folder,
    out,
    resume,
    workers: options.workers === undefined ? availableParallelism() : positive('workers', options.workers),
    limitMs: 1000 * positive('limit', options.limit),
    // What its libraries print is nobody's news; rows of typed arrays need the advanced way.
    fork: () => fork(program, [models], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    onProgress: progressWriter(),
  });
  tell(report, out);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
