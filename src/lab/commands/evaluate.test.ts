import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The built program over pictures drawn here, with the real network: the whole terminal contract. */
const folder = mkdtempSync(join(tmpdir(), 'facet-evaluate-'));
// Below the project, so that the program finds the packages that stay outside the bundle.
const programs = resolve('.facet', `evaluate-test-${process.pid}`);
const data = join(folder, 'data');
const SLOW = 600_000;
/** Loading the network twice takes longer than these few photos. */
const ONE_WORKER = ['--workers', '1'];

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function evaluate(...args: string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)('node', [join(programs, 'evaluate.js'), ...args]);
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

/** A disc or a square of one colour on a plain ground, as a JPEG. */
async function drawn(file: string, shape: 'car' | 'dog', hue: number): Promise<void> {
  const inside = shape === 'car' ? '<rect x="20" y="30" width="60" height="40"/>' : '<circle cx="60" cy="50" r="30"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="96"><rect width="128" height="96" fill="hsl(${hue + 180},30%,70%)"/><g fill="hsl(${hue},80%,40%)">${inside}</g></svg>`;
  await sharp(Buffer.from(svg)).jpeg().toFile(file);
}

beforeAll(async () => {
  mkdirSync(join(data, 'images'), { recursive: true });
  const entries = [];
  for (let n = 0; n < 8; n++) {
    const shape = n % 2 ? 'car' : 'dog';
    await drawn(join(data, 'images', `${n}.jpg`), shape, n * 40);
    entries.push({
      id: String(n),
      file: `images/${n}.jpg`,
      width: 128,
      height: 96,
      role: n < 5 ? 'train' : 'query',
      labels: [shape],
      boxes: [{ label: shape, x: 20, y: 20, w: 60, h: 60 }],
    });
  }
  writeFileSync(join(data, 'images', 'broken.jpg'), 'no picture');
  entries.push(
    { ...entries[0]!, id: 'broken', file: 'images/broken.jpg' },
    { ...entries[1]!, id: 'gone', file: 'images/gone.jpg' },
  );
  writeFileSync(join(data, 'annotations.json'), JSON.stringify(entries));
  await build({ mode: 'commands', logLevel: 'error', build: { outDir: programs } });
}, SLOW);

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(programs, { recursive: true, force: true });
});

test(
  'it prints the table and writes the JSON of the contract; unreadable photos are named and left out',
  async () => {
    const json = join(folder, 'figures.json');
    const cache = join(folder, 'cache');
    const first = await evaluate('--data', data, '--json', json, '--cache', cache, ...ONE_WORKER);
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toContain('5 photos in the database, 3 queries');
    expect(first.err).toContain(`skipped ${join(data, 'images', 'broken.jpg')}: `);
    expect(first.err).toMatch(/skipped .*gone\.jpg: ENOENT/);
    const figures: Record<string, Record<string, unknown>> = JSON.parse(readFileSync(json, 'utf8'));
    for (const bits of ['16', '32', '48', '64']) {
      expect(figures['semantic']![bits]).toMatchObject({
        map: expect.any(Number),
        wmap: expect.any(Number),
        acg100: expect.any(Number),
        ndcg100: expect.any(Number),
      });
      expect(figures['unseen']![bits]).toMatchObject({ map: expect.any(Number) });
    }
    for (const count of ['100', '500', '1000']) {
      expect(figures['proposals']![count]).toMatchObject({
        recall50: expect.any(Number),
        recall70: expect.any(Number),
        ar: expect.any(Number),
        abo: expect.any(Number),
      });
    }
    expect(figures['category']).toMatchObject({
      bitsPerCategory: expect.any(Number),
      map: expect.any(Number),
      perCategory: { car: expect.any(Number), boat: null },
    });
    expect(figures['labels']).toMatchObject({ map: expect.any(Number), ece: expect.any(Number) });
    expect(figures['localisation']).toMatchObject({ corloc: expect.any(Number), pointing: expect.any(Number) });
    expect(figures['msPerPhoto']).toMatchObject({
      proposals: expect.any(Number),
      backbone: expect.any(Number),
      heads: expect.any(Number),
      total: expect.any(Number),
    });

    // The second run reads everything from the cache, so even the times are the same: 8 photos, and an edited copy of each query.
    expect(readdirSync(cache)).toHaveLength(8 + 3);
    const card = join(folder, 'heads-voc20.card.md'),
      page = join(folder, 'measures.html');
    cpSync('public/models/heads-voc20.provenance.json', join(folder, 'heads-voc20.provenance.json'));
    const second = await evaluate(
      '--data',
      data,
      '--json',
      join(folder, 'again.json'),
      '--cache',
      cache,
      '--card',
      card,
      '--html',
      page,
      ...ONE_WORKER,
    );
    expect(second.out).toBe(first.out);
    expect(JSON.parse(readFileSync(join(folder, 'again.json'), 'utf8'))).toEqual(figures);
    expect(readFileSync(card, 'utf8')).toMatch(
      /^# Model card: heads-voc20\n[\s\S]*3 queries with a label against a database of 5 photos[\s\S]*\| car \| 779 \| [01]\./,
    );
    expect(readFileSync(page, 'utf8')).toContain('<th scope="row">label mAP</th>');
  },
  SLOW,
);

test(
  "with a folder of queries, the data's own queries join the database, and a limit holds for both",
  async () => {
    const { out } = await evaluate('--data', data, '--queries', data, '--limit', '3', ...ONE_WORKER);
    expect(out).toContain('3 photos in the database, 3 queries');
  },
  SLOW,
);

test(
  'a card without a provenance beside it is refused before the photos are looked at',
  async () => {
    const card = join(folder, 'other.card.md');
    expect(await evaluate('--data', data, '--card', card)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('other.provenance.json'),
    });
    writeFileSync(join(folder, 'other.provenance.json'), '{}');
    expect(await evaluate('--data', data, '--card', card)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('other.provenance.json: got no provenance of heads'),
    });
  },
  SLOW,
);

test(
  'a missing folder and a folder without labels are named, and nothing is printed as a figure',
  async () => {
    expect(await evaluate('--data', join(folder, 'nowhere'))).toEqual({
      code: 1,
      out: '',
      err: `evaluate: there is no folder ${join(folder, 'nowhere')}\n`,
    });
    const { code, err } = await evaluate('--data', join(data, 'images'));
    expect([code, err]).toEqual([1, expect.stringContaining('has no annotations.json (Facet)')]);
  },
  SLOW,
);

const PHOTOS = resolve('../shared/data/voc07');

test.skipIf(!existsSync(PHOTOS))(
  'on real photos it finds better than chance (skipped where ../shared/data/voc07 is not there)',
  async () => {
    const json = join(folder, 'voc.json');
    const { code } = await evaluate('--data', PHOTOS, '--limit', '12', '--json', json);
    expect(code).toBe(0);
    const figures: { localisation: { pointing: number }; labels: { map: number } } = JSON.parse(
      readFileSync(json, 'utf8'),
    );
    expect(figures.localisation.pointing).toBeGreaterThan(0.6);
    expect(figures.labels.map).toBeGreaterThan(0.6);
  },
  SLOW,
);
