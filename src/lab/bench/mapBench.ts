import { performance } from 'node:perf_hooks';
import { seededRandom } from '../../base/seededRandom.ts';
import { collectionLayout, LAYOUT_SEED } from '../../codes/layout/collectionLayout.ts';
import { clusteredGallery, resampledGallery } from './codes/galleries.ts';
import { type BenchRow, rowOfTimes } from './row.ts';

const RUNS = 5;

/** The map of the collection: codes in clusters and resampled from drawn or real photos, looks at random. */
export async function mapBench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const count of [1_000, 20_000])
    for (const draw of [(n: number) => clusteredGallery(n, 100), resampledGallery]) {
      const { name, codes } = draw(count);
      process.stderr.write(`${count} photos, ${name}\n`);
      const random = seededRandom(LAYOUT_SEED);
      const looks = Uint32Array.from({ length: count * 4 }, () => random() * 2 ** 32);
      const times: number[] = [];
      let longest = 0;
      // The first run warms the loops.
      for (let run = -1; run < RUNS; run++) {
        const work = collectionLayout({ codes: codes.words.slice(0, count * 2), looks });
        const start = performance.now();
        for (let before = start; !work.next().done; ) {
          const now = performance.now();
          if (run >= 0) longest = Math.max(longest, now - before);
          before = now;
        }
        if (run >= 0) times.push(performance.now() - start);
      }
      rows.push(
        rowOfTimes(`map of ${count.toLocaleString('en')} photos, ${name}`, times, {
          note: `seed ${LAYOUT_SEED}; the longest piece ${longest.toFixed(0)} ms`,
        }),
      );
    }
  return rows;
}
