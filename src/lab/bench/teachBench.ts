import { normalFrom, seededRandom } from '../../base/seededRandom.ts';
import type { TaughtRow } from '../../gallery/records/taughtRow.ts';
import type { VectorRow } from '../../gallery/records/vectorRow.ts';
import { bagAt, bagsOf, type PhotoBags } from '../../network/taught/photoBags.ts';
import { taughtCategory } from '../../network/taught/taughtCategory.ts';
import { storedVector, VECTORS_KEPT } from '../../network/vectors/photoVectors.ts';
import { GalleryColumns } from '../../pipeline/library/columns/galleryColumns.ts';
import { TaughtLayover } from '../../pipeline/library/taughtLayover.ts';
import { testId, testRow } from '../../pipeline/library/testRows.ts';
import { type BenchRow, measure } from './row.ts';

const DIMENSIONS = 64;
const EXAMPLES = 20;
/** As many as the page holds while a category is taught. */
const SAMPLE = 8192;
const LAID_OVER = 10_000;
/** Photos that are read from the store at a time. */
const AT_ONCE = 1024;

/** Every tenth photo is of the category, in its fifth region. */
function drawnVectors(photos: number): Int8Array<ArrayBuffer>[] {
  const random = seededRandom(15);
  return Array.from({ length: photos }, (_, n) => {
    const vectors = new Int8Array(VECTORS_KEPT * DIMENSIONS);
    for (let region = 0; region < VECTORS_KEPT; region++) {
      const values = Array.from({ length: DIMENSIONS }, () => normalFrom(random));
      if (n % 10 === 0 && region % 5 === 0) values[0]! += 4;
      storedVector(values, vectors, region * DIMENSIONS);
    }
    return vectors;
  });
}

/** Teaching a category, and laying it over photos whose vectors are at hand; reading them from IndexedDB comes on top in the page. */
export async function teachBench(): Promise<BenchRow[]> {
  const drawn = drawnVectors(LAID_OVER);
  const sample = bagsOf(drawn.slice(0, SAMPLE), DIMENSIONS);
  const examples: PhotoBags = bagsOf(
    Array.from({ length: EXAMPLES }, (_, n) => bagAt(sample, n * 10)),
    DIMENSIONS,
  );
  const unlabelled = Array.from({ length: SAMPLE }, (_, n) => n).filter((n) => n % 10 !== 0 || n >= EXAMPLES * 10);
  const learn = () =>
    taughtCategory({ examples, counterExamples: bagsOf([], DIMENSIONS), gallery: sample, unlabelled });

  const category = learn();
  const row: TaughtRow = {
    ...category,
    weights: Float32Array.from(category.weights),
    key: 'k',
    name: 'drawn',
    taughtAt: 0,
    vectors: 'drawn',
    examples: [],
    counterExamples: [],
  };
  const columns = new GalleryColumns();
  const rows = drawn.map((vectors, n): VectorRow => {
    const id = testId(String(n));
    columns.put(testRow(id, [0, 0, 0], 0, [0, 0, 0]));
    return { id, version: 'drawn', boxes: new Uint8Array(VECTORS_KEPT * 4), vectors };
  });
  const gallery = {
    async *vectors() {
      for (let start = 0; start < rows.length; start += AT_ONCE) yield rows.slice(start, start + AT_ONCE);
    },
    vectorsOf: async () => undefined,
  };
  return [
    await measure(`learn a category from ${EXAMPLES} examples, ${SAMPLE.toLocaleString('en')} photos at hand`, learn, {
      runs: 5,
      note: 'its calibration and its gate included; bar 1 s',
    }),
    await measure(
      `lay a category over ${LAID_OVER.toLocaleString('en')} photos`,
      async () => {
        const layover = new TaughtLayover(gallery, columns, [row]);
        await layover.run();
        layover.enter([row]);
      },
      { runs: 5, note: `${VECTORS_KEPT} regions each, without reading them; bar 1 s` },
    ),
  ];
}
