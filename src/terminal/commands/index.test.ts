import { type ChildProcess, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openAsBlob,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readParts } from '../../gallery/archive/readGalleryFile.ts';
import type { TravellingPhoto } from '../../gallery/travellingPhoto.ts';

/** The built program over pictures drawn here, with the real network. That the codes are the page's: e2e/journeys/terminalIndex.spec.ts. */
const folder = mkdtempSync(join(tmpdir(), 'facet-index-'));
// Below the project, so that the program finds the packages that stay outside the bundle.
const programs = resolve('.facet', `index-test-${process.pid}`);
const photos = join(folder, 'photos');
const SLOW = 600_000;
const DRAWN = 6;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function started(out: string, ...args: string[]): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn('node', [join(programs, 'index.js'), '--photos', photos, '--out', out, ...args]);
  const text = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    text.out += String(data);
  });
  child.stderr.on('data', (data) => {
    text.err += String(data);
  });
  return { child, ended: new Promise((end) => child.on('close', (code) => end({ code, ...text }))) };
}

async function photosOf(path: string): Promise<TravellingPhoto[]> {
  const found: TravellingPhoto[] = [];
  for await (const part of readParts(await openAsBlob(path))) if (part.kind === 'photo') found.push(part.travelling);
  return found;
}

/** Without the time of indexing, which differs. */
const comparable = (all: readonly TravellingPhoto[]) =>
  all.map(({ photo: { addedAt: _, ...photo }, ...rest }) => ({ photo, ...rest }));

beforeAll(async () => {
  mkdirSync(join(photos, 'copies'), { recursive: true });
  for (let n = 0; n < DRAWN; n++) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="hsl(${n * 50},30%,70%)"/><circle cx="${100 + n * 20}" cy="120" r="70" fill="hsl(${n * 90},80%,40%)"/></svg>`;
    await sharp(Buffer.from(svg))
      .jpeg()
      .toFile(join(photos, `${n}.jpg`));
  }
  copyFileSync(join(photos, '0.jpg'), join(photos, 'copies', 'again.png'));
  writeFileSync(join(photos, 'broken.jpg'), readFileSync(join(photos, '1.jpg')).subarray(0, 900));
  writeFileSync(join(photos, 'notes.txt'), 'no picture');
  await build({ mode: 'commands', logLevel: 'error', build: { outDir: programs } });
}, SLOW);

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(programs, { recursive: true, force: true });
});

test(
  'a run that is killed goes on where it was, and gives what a run in one go gives',
  async () => {
    const inOneGo = join(folder, 'whole.facet');
    const whole = await started(inOneGo, '--workers', '2').ended;
    expect(whole.err).toMatch(/9 of 9: 6 photos, 1 copies, 1 failed, 1 no photos, 0 left\n$/);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.out).toContain('6 photos in');
    expect(whole.out).toContain('photos/broken.jpg: The JPEG file is damaged or cut short');
    expect(JSON.parse(readFileSync(`${inOneGo}.report.json`, 'utf8'))).toMatchObject({
      photos: 6,
      copies: 1,
      failed: [{ path: 'photos/broken.jpg' }],
      notPhotos: [{ path: 'photos/notes.txt' }],
    });

    const killed = join(folder, 'killed.facet');
    const first = started(killed, '--workers', '1');
    const lines = (): number =>
      existsSync(`${killed}.done`) ? readFileSync(`${killed}.done`, 'utf8').split('\n').length - 2 : 0;
    await expect.poll(lines, { timeout: SLOW, interval: 5 }).toBeGreaterThanOrEqual(2);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(existsSync(killed)).toBe(false);

    const refused = await started(killed, '--workers', '1').ended;
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringContaining('was not finished. Go on with it by --resume'),
    });
    const second = await started(killed, '--workers', '1', '--resume').ended;
    expect(second.code).toBe(0);
    expect(second.err).not.toMatch(/^0 photos/m);
    expect(comparable(await photosOf(killed))).toEqual(comparable(await photosOf(inOneGo)));
    const copied = (await photosOf(killed)).find(({ photo }) => photo.path === 'photos/0.jpg');
    // Its own path goes without saying.
    expect(copied?.files.map(({ path }) => path)).toEqual(['photos/copies/again.png']);
  },
  SLOW,
);

test(
  'a folder that is not there, or holds no photo, gets a sentence',
  async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const child = spawn('node', [join(programs, 'index.js'), '--photos', empty, '--out', join(folder, 'none.facet')]);
    let err = '';
    child.stderr.on('data', (data) => {
      err += String(data);
    });
    expect(await new Promise((end) => child.on('close', end))).toBe(1);
    expect(err).toContain('There is no photo in');
    expect(existsSync(join(folder, 'none.facet'))).toBe(false);
  },
  SLOW,
);
