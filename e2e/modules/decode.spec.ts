import { expect } from '@playwright/test';
import { test } from '../harness/modules.ts';
import { orientationBlock, webpWithOrientation, withOrientation } from '../photos/exif.ts';
import { sceneJxl } from '../photos/jxl.ts';
import { withChunk } from '../photos/png.ts';

/** Where the upright photo's four corners lie in the stored one, by EXIF orientation: the stored pixel of (u, v) in a w×h photo. */
const STORED_PLACE: Readonly<Record<number, string>> = {
  1: 'u, v',
  2: 'w-1-u, v',
  3: 'w-1-u, h-1-v',
  4: 'u, h-1-v',
  5: 'v, u',
  6: 'v, w-1-u',
  7: 'h-1-v, w-1-u',
  8: 'h-1-v, u',
};

/** Where a pixel of a photo whose upright form is 80×48 is stored: red, green, blue, white quarters, left to right and top to bottom. */
function turned(orientation: number) {
  const [x, y] = STORED_PLACE[orientation]!.split(', ');
  return { orientation, x: x!, y: y! };
}

/** The same photo with its orientation, as each format says it. */
const WITH_ORIENTATION: Readonly<Record<string, (stored: Uint8Array, orientation: number) => Uint8Array>> = {
  'image/jpeg': withOrientation,
  'image/webp': (stored, orientation) =>
    orientation > 4
      ? webpWithOrientation(stored, 48, 80, orientation)
      : webpWithOrientation(stored, 80, 48, orientation),
  'image/png': (stored, orientation) => withChunk(stored, 'eXIf', Uint8Array.from(orientationBlock(orientation))),
};

for (const type of Object.keys(WITH_ORIENTATION))
  test(`every EXIF orientation of ${type} gives the same upright photo`, async ({ modules }) => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const stored = await modules.evaluate(
        async ({ orientation, x, y, type }) => {
          const w = 80,
            h = 48;
          const swap = orientation > 4;
          const canvas = new OffscreenCanvas(swap ? h : w, swap ? w : h);
          const context = canvas.getContext('2d')!;
          const pick = (term: string, u: number, v: number): number =>
            ({ u: u, v: v, 'w-1-u': w - 1 - u, 'h-1-v': h - 1 - v })[term]!;
          const pixels = context.createImageData(canvas.width, canvas.height);
          for (let v = 0; v < h; v++) {
            for (let u = 0; u < w; u++) {
              const colour = [
                [255, 0, 0, 255],
                [0, 255, 0, 255],
                [0, 0, 255, 255],
                [255, 255, 255, 255],
              ][Number(u >= w / 2) + 2 * Number(v >= h / 2)]!;
              pixels.data.set(colour, (pick(y, u, v) * canvas.width + pick(x, u, v)) * 4);
            }
          }
          context.putImageData(pixels, 0, 0);
          const blob = await canvas.convertToBlob({ type, quality: 1 });
          return [...new Uint8Array(await blob.arrayBuffer())];
        },
        { ...turned(orientation), type },
      );
      const bytes = [...WITH_ORIENTATION[type]!(Uint8Array.from(stored), orientation)];
      const seen = await modules.evaluate(async (file) => {
        const { decodeWithPictures } = await import('../../src/pipeline/analyser/decodePhoto.ts');
        const { image, width, height, thumbnail } = await decodeWithPictures(
          new Blob([Uint8Array.from(file)]),
          40,
          false,
        );
        const at = (x: number, y: number): string => {
          const [r, g, b] = image.data.subarray((y * image.width + x) * 3);
          return [r!, g!, b!].map((value) => (value > 200 ? 'f' : value < 55 ? '0' : '?')).join('');
        };
        const grid = await createImageBitmap(thumbnail);
        return {
          sides: [width, height, image.width, image.height, grid.width, grid.height],
          corners: [at(4, 4), at(35, 4), at(4, 19), at(35, 19)],
        };
      }, bytes);
      expect({ orientation, ...seen }).toEqual({
        orientation,
        sides: [80, 48, 40, 24, 80, 48],
        corners: ['f00', '0f0', '00f', 'fff'],
      });
    }
  });

test('a large photo is reduced strip by strip to the same picture as its small twin', async ({ modules }) => {
  const seen = await modules.evaluate(async () => {
    const { decodePhoto } = await import('../../src/pipeline/analyser/decodePhoto.ts');
    // A slow gradient, in PNG so that nothing is lost: 5000×3300, so several strips and a factor of 4.
    const draw = async (scale: number): Promise<Blob> => {
      const canvas = new OffscreenCanvas(1250 * scale, 825 * scale);
      const context = canvas.getContext('2d')!;
      const ramp = context.createLinearGradient(0, 0, canvas.width, canvas.height);
      ramp.addColorStop(0, '#102030');
      ramp.addColorStop(1, '#e0a060');
      context.fillStyle = ramp;
      context.fillRect(0, 0, canvas.width, canvas.height);
      return canvas.convertToBlob({ type: 'image/png' });
    };
    const large = await decodePhoto(await draw(4), 384);
    const small = await decodePhoto(await draw(1), 384);
    const largest = large.image.data.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - small.image.data[i]!)),
      0,
    );
    return { sides: [large.width, large.height, large.image.width, large.image.height], largest };
  });
  expect(seen.sides).toEqual([5000, 3300, 384, 253]);
  // Rounding of the gradient itself.
  expect(seen.largest).toBeLessThanOrEqual(2);
});

test('transparent places are white and small photos keep their size', async ({ modules }) => {
  const seen = await modules.evaluate(async () => {
    const { decodePhoto } = await import('../../src/pipeline/analyser/decodePhoto.ts');
    const blob = await new OffscreenCanvas(7, 5).convertToBlob({ type: 'image/png' }).catch(async () => {
      const canvas = new OffscreenCanvas(7, 5);
      canvas.getContext('2d');
      return canvas.convertToBlob({ type: 'image/png' });
    });
    const { image } = await decodePhoto(blob, 384);
    return { sides: [image.width, image.height], values: [...new Set(image.data)] };
  });
  expect(seen).toEqual({ sides: [7, 5], values: [255] });
});

test('a JPEG XL is read where the browser does, and a damaged one is called damaged there alone', async ({
  modules,
}) => {
  const seen = await modules.evaluate(
    async (bytes) => {
      const { decodePhoto } = await import('../../src/pipeline/analyser/decodePhoto.ts');
      const read = (length: number) =>
        decodePhoto(new Blob([Uint8Array.from(bytes.slice(0, length))]), 384).then(
          ({ width, height }) => `${width}×${height}`,
          (error: Error) => error.message,
        );
      const reads = await createImageBitmap(new Blob([Uint8Array.from(bytes)])).then(
        () => true,
        () => false,
      );
      return { reads, whole: await read(bytes.length), cut: await read(20) };
    },
    [...sceneJxl()],
  );
  const cannot = 'This browser cannot read JPEG XL photos. Export it as JPEG and add that file.';
  const damaged = 'The JPEG XL file is damaged or cut short, or has more pixels than this browser can open.';
  expect(seen).toEqual(
    seen.reads ? { reads: true, whole: '64×48', cut: damaged } : { reads: false, whole: cannot, cut: cannot },
  );
});

test('each kind of unreadable file says why', async ({ modules }) => {
  const reasons = await modules.evaluate(async () => {
    const { decodePhoto } = await import('../../src/pipeline/analyser/decodePhoto.ts');
    const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const files = [
      new Blob([]),
      new Blob(['hello, this is a text']),
      new Blob([bytes('\xff\xd8\xff\xe0 cut short')]),
      new Blob([bytes('\0\0\0\x18ftypheic....')]),
      new Blob([bytes('MM\0*\0\0\0\x08')]),
    ];
    return Promise.all(
      files.map((file) =>
        decodePhoto(file, 384).then(
          () => 'read',
          (error: Error) => `${error.name}: ${error.message}`,
        ),
      ),
    );
  });
  expect(reasons).toEqual([
    'UnreadablePhoto: The file is empty.',
    'UnreadablePhoto: This is not a photo in a format that Facet knows.',
    'UnreadablePhoto: The JPEG file is damaged or cut short, or has more pixels than this browser can open.',
    'UnreadablePhoto: The HEIC file is damaged or cut short, or has more pixels than this browser can open.',
    'UnreadablePhoto: This browser cannot read TIFF photos. Export it as JPEG and add that file.',
  ]);
});
