import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { obtainBrowser } from '../browser.ts';
import { firstVisit, overLimit } from '../build/firstVisit.ts';
import { addTallies, playwrightTally, type Tally, tallyLine, vitestTally } from '../testing/tally.ts';

/**
 * `npm test`: format, lint, types, unit tests and the tests in a real browser, and at the end one line `N passed, N failed`.
 * Exit status 0 only when nothing failed.
 */

const REPORTS = '.facet/test';
const CRASHED: Tally = { passed: 0, failed: 1, skipped: 0 };
const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

/** Runs a program of `node_modules` with this Node; its output goes to the terminal. */
function runTool(title: string, script: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n== ${title}`);
  const run = spawnSync(process.execPath, [join('node_modules', script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return run.status === 0;
}

/** The page, the workers, the service worker and what runs in Node see different globals, so each has a project of its own. */
function typeProjects(): string[] {
  const folder = 'src/tools/typescript';
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));
}

/** A run that failed without a failed test (it crashed, or a file did not load) still counts as one failure. */
function tallied(succeeded: boolean, report: string, read: (report: unknown) => Tally): Tally {
  try {
    const tally = read(JSON.parse(readFileSync(join(REPORTS, report), 'utf8')));
    return succeeded || tally.failed > 0 ? tally : addTallies(tally, CRASHED);
  } catch (error) {
    console.error(`No usable report ${report}: ${error instanceof Error ? error.message : String(error)}`);
    return CRASHED;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 4317));
    });
  });
}

/** What the first visit loads is part of the product: over a limit it counts as one failure. */
function firstVisitTally(): Tally {
  const bytes = firstVisit('dist');
  console.log(
    `\nFirst visit: ${Object.entries(bytes)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')} bytes`,
  );
  const over = overLimit(bytes);
  for (const sentence of over) console.error(sentence);
  return { passed: over.length === 0 ? 1 : 0, failed: over.length, skipped: 0 };
}

async function browserTests(): Promise<Tally> {
  let browser: string;
  try {
    browser = obtainBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return CRASHED;
  }
  console.log(`\nBrowser: ${browser}`);
  if (!runTool('Production build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn'])) return CRASHED;
  const succeeded = runTool(
    'Tests in the browser',
    '@playwright/test/cli.js',
    ['test', '--config', 'e2e/playwright.config.ts'],
    {
      CHROMIUM_PATH: browser,
      FACET_E2E_PORT: String(await freePort()),
    },
  );
  return addTallies(firstVisitTally(), tallied(succeeded, 'playwright.json', playwrightTally));
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const rules = runTool('Format and lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])
  ? NOTHING
  : CRASHED;
const types = typeProjects().every((project) =>
  runTool(`Types: ${project}`, 'typescript/bin/tsc', ['--project', project]),
)
  ? NOTHING
  : CRASHED;
const unitSucceeded = runTool('Unit tests', 'vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(REPORTS, 'vitest.json')}`,
]);
const unit = tallied(unitSucceeded, 'vitest.json', vitestTally);
const browser = await browserTests();
const total = addTallies(rules, types, unit, browser);
console.log(
  `\nformat and lint ${rules.failed === 0 ? 'hold' : 'FAILED'}; types ${types.failed === 0 ? 'hold' : 'FAILED'}; unit ${tallyLine(unit)}; browser ${tallyLine(browser)}\n`,
);
console.log(tallyLine(total));
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
