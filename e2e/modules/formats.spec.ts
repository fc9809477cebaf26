import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../harness/modules.ts';
import { sceneHeic, withColour, withMajorBrand } from '../photos/heic.ts';
import { swappedProfile } from '../photos/icc.ts';
import { stripedPng, withChunk } from '../photos/png.ts';

/** What a photo's file says besides its pixels, in formats and sizes in which browsers and decoders leave something undone. */

interface Decoded {
  readonly width: number;
  readonly height: number;
  /** Of the reduced image. */
  readonly sides: readonly [number, number];
  /** RGB at these shares of the width, in one row. */
  readonly colours: readonly (readonly number[])[];
}

/** The photo as the app sees it, or why it does not. @param shares of the width, 0..1 @param height of the row, 0..1 */
function decoded(page: Page, file: Uint8Array, shares: readonly number[], height = 0.5): Promise<Decoded | string> {
  return page.evaluate(
    async ({ bytes, shares, height: share }) => {
      const { decodePhoto } = await import('../../src/pipeline/analyser/decodePhoto.ts');
      const binary = atob(bytes);
      const file = new Blob([Uint8Array.from(binary, (letter) => letter.charCodeAt(0))]);
      try {
        const { image, width, height } = await decodePhoto(file, 384);
        const row = Math.floor(share * image.height);
        const colours = shares.map((share) => {
          const at = (row * image.width + Math.min(image.width - 1, Math.floor(share * image.width))) * 3;
          return [...image.data.subarray(at, at + 3)];
        });
        return { width, height, sides: [image.width, image.height] as const, colours };
      } catch (error) {
        return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      }
    },
    { bytes: Buffer.from(file).toString('base64'), shares: [...shares], height },
  );
}

async function seen(page: Page, file: Uint8Array, shares: readonly number[], height?: number): Promise<Decoded> {
  const answer = await decoded(page, file, shares, height);
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
}

function largestDifference(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  return Math.max(...a.flatMap((colour, n) => colour.map((value, c) => Math.abs(value - b[n]![c]!))));
}

const SHARES = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95];

test('an ICC profile in a HEIC is applied: one with two channels exchanged gives the picture with those exchanged', async ({
  modules,
}) => {
  const plain = await seen(modules, sceneHeic(), SHARES);
  const profile = Buffer.concat([Buffer.from('prof'), swappedProfile()]);
  const swapped = await seen(modules, withColour(sceneHeic(), profile), SHARES);
  expect(swapped.sides).toEqual(plain.sides);
  expect(largestDifference(swapped.colours, plain.colours)).toBeGreaterThan(20);
  const back = swapped.colours.map(([red, green, blue]) => [green!, red!, blue!]);
  expect(largestDifference(back, plain.colours)).toBeLessThanOrEqual(2);
});

test('code points in a HEIC are applied as a browser applies them: Display P3 shows as in a PNG that says the same', async ({
  modules,
}) => {
  // Primaries of P3, transfer of sRGB, matrix of BT.601, full range.
  const codePoints = Buffer.from([...Buffer.from('nclx'), 0, 12, 0, 13, 0, 6, 0x80]);
  const plain = await seen(modules, sceneHeic(), SHARES);
  const wide = await seen(modules, withColour(sceneHeic(), codePoints), SHARES);
  for (const [n, colour] of plain.colours.entries()) {
    const png = withChunk(
      stripedPng(8, 8, () => colour),
      'cICP',
      Uint8Array.of(12, 13, 0, 1),
    );
    const { colours } = await seen(modules, png, [0.5]);
    expect(largestDifference(colours, [wide.colours[n]!])).toBeLessThanOrEqual(4);
  }
  expect(largestDifference(wide.colours, plain.colours)).toBeGreaterThan(4);
});

test('a HEIC is known by the brands that it is compatible with', async ({ modules }) => {
  const plain = await seen(modules, sceneHeic(), SHARES);
  for (const brand of ['miaf', 'MSNV'])
    expect(await seen(modules, withMajorBrand(sceneHeic(), brand), SHARES)).toEqual(plain);
});

test('a photo that is wider than any canvas is seen as a whole, to its last column', async ({ modules }) => {
  const bands = [
    [250, 0, 0],
    [0, 250, 0],
    [0, 0, 250],
    [250, 250, 0],
    [0, 250, 250],
  ] as const;
  const width = 70_000;
  const png = stripedPng(width, 360, (x) => bands[Math.floor((x * bands.length) / width)]!);
  const answer = await seen(modules, png, [0.1, 0.3, 0.5, 0.7, 0.9]);
  expect([answer.width, answer.height]).toEqual([width, 360]);
  expect(largestDifference(answer.colours, bands)).toBeLessThanOrEqual(1);
  const narrow = await seen(
    modules,
    stripedPng(700, 4, (x) => bands[Math.floor((x * bands.length) / 700)]!),
    [0.1, 0.9],
  );
  expect(narrow.colours).toEqual([bands[0], bands[4]]);
});

test('a file that claims more pixels than fit into memory is refused before it is decoded', async ({ modules }) => {
  await modules.evaluate(() => {
    const decode = window.createImageBitmap.bind(window);
    Object.assign(window, { decodes: 0 });
    const counted = (image: ImageBitmapSource, options?: ImageBitmapOptions): Promise<ImageBitmap> => {
      Object.assign(window, { decodes: Number(Reflect.get(window, 'decodes')) + 1 });
      return decode(image, options);
    };
    Object.assign(window, { createImageBitmap: counted });
  });
  const png = stripedPng(8, 8, () => [1, 2, 3]);
  const claims = Buffer.from(png);
  claims.writeUInt32BE(20_000, 16);
  claims.writeUInt32BE(20_000, 20);
  const gif = Buffer.from('GIF89a\x10\x00\x10\x00\x00\x00\x00', 'latin1');
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 0x20, 0x4e, 0x20, 0x4e, 0]);
  for (const file of [claims, Buffer.concat([gif, frame])]) {
    expect(await decoded(modules, file, [])).toBe(
      'UnreadablePhoto: The file says that it has 20000×20000 pixels. Facet reads photos of up to 250 megapixels.',
    );
  }
  expect(await modules.evaluate(() => Reflect.get(window, 'decodes'))).toBe(0);
  expect(await seen(modules, png, [0.5])).toMatchObject({ colours: [[1, 2, 3]] });
  expect(await modules.evaluate(() => Reflect.get(window, 'decodes'))).toBe(1);
});

/** Inputs that lie beside a checkout, or beside the folder of several, on some machines; they are no part of the project. */
const CASES =
  ['../../..', '../../../..']
    .map((above) => resolve(import.meta.dirname, above, 'shared/cases'))
    .find((folder) => existsSync(folder)) ?? '';
const input = (name: string): Buffer => readFileSync(resolve(CASES, name));

test.describe('the inputs beside the checkout', () => {
  test.skip(CASES === '', 'There is no folder of inputs beside this checkout.');

  test('a HEIC with a Display P3 profile has the colours of the PNG beside it', async ({ modules }) => {
    const wanted = [
      [217, 42, 39],
      [0, 183, 30],
      [54, 81, 207],
    ];
    for (const name of ['p3.png', 'p3_icc.heic']) {
      const above = await seen(modules, input(name), [0.2, 0.8], 0.25);
      const below = await seen(modules, input(name), [0.2], 0.75);
      expect(largestDifference([...above.colours, ...below.colours], wanted), name).toBeLessThanOrEqual(2);
    }
  });

  test('files whose name or brand says nothing are known by their bytes', async ({ modules }) => {
    for (const name of ['brand_miaf.heic', 'camera.HIF', 'stereo.mpo'])
      expect((await seen(modules, input(name), [])).width, name).toBeGreaterThan(0);
  });

  test('a turned WebP is upright', async ({ modules }) => {
    expect(await seen(modules, input('o6.webp'), [])).toMatchObject({ width: 96, height: 160 });
  });

  test('a strip of 66,000 columns is not black', async ({ modules }) => {
    const { width, colours } = await seen(modules, input('strip_66000x400.png'), [0.01, 0.6]);
    expect(width).toBe(66_000);
    expect(Math.max(...colours[0]!)).toBeGreaterThan(100);
  });
});
