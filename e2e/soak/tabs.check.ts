import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { FacetPage } from '../pages/facetPage.ts';
import { sceneUploads } from '../photos/uploads.ts';

/** Looks at all tabs at once, over the three numbers of them. */
const LOOKS = Number(process.env['FACET_SOAK_LOOKS'] ?? 1000);
const TABS = [2, 3, 5] as const;
/** Of each tab. */
const PHOTOS = 6;

/** When the workers of the tabs wrote which photo, in the order of the database, which is one for all of them. */
interface Written {
  readonly tab: string;
  readonly photo: string;
  readonly at: number;
}

/** Put before the worker's own script: notes each photo's row when it is written. Self-contained. */
function noteWrites(): void {
  const written: Written[] = [];
  Object.assign(globalThis, { written });
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...row: Parameters<typeof put>) {
    const [value]: unknown[] = row;
    if (this.name === 'photos' && typeof value === 'object' && value !== null && 'id' in value)
      written.push({ tab: self.name, photo: String(value.id), at: performance.timeOrigin + performance.now() });
    return put.apply(this, row);
  };
}

async function watchWrites(context: BrowserContext): Promise<void> {
  await context.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${noteWrites.toString()})();\n${await response.text()}` });
  });
}

async function writesOf(page: Page): Promise<Written[]> {
  const each = await Promise.all(
    page.workers().map((worker) => worker.evaluate((): Written[] => Reflect.get(globalThis, 'written') ?? [])),
  );
  return each.flat();
}

/** Whether the tab says that it indexes itself: 'Waiting for another tab' and 'Another tab is indexing' are none. */
async function saysItIndexes(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.querySelector('section[aria-label="Indexing"] strong')?.textContent === 'Indexing your photos',
  );
}

async function indexersByLock(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query();
    return held.filter(({ name, mode }) => name === 'facet-indexer' && mode === 'exclusive').length;
  });
}

for (const count of TABS) {
  test(`${count} tabs are given photos at once: one of them indexes at a time, and each photo is there once`, async ({
    context,
    page,
  }) => {
    await watchWrites(context);
    const pages = [page, ...(await Promise.all(Array.from({ length: count - 1 }, () => context.newPage())))];
    const tabs = pages.map((one) => new FacetPage(one));
    for (const tab of tabs) await tab.open();
    const uploads = await sceneUploads(
      page,
      Array.from({ length: count * PHOTOS }, (_, i) => count * 100 + i),
    );
    await Promise.all(tabs.map((tab, i) => tab.pick(uploads.slice(i * PHOTOS, (i + 1) * PHOTOS))));

    const seen = { looks: 0, indexing: 0, mostByLock: 0, mostBySaying: 0 };
    while (seen.looks < LOOKS / TABS.length || (await tabs[0]!.photoCount()) < uploads.length) {
      const [byLock, says] = await Promise.all([indexersByLock(page), Promise.all(pages.map(saysItIndexes))]);
      seen.looks++;
      seen.indexing += Number(byLock > 0);
      seen.mostByLock = Math.max(seen.mostByLock, byLock);
      seen.mostBySaying = Math.max(seen.mostBySaying, says.filter(Boolean).length);
      await page.waitForTimeout(20);
    }
    for (const tab of tabs) await tab.added(uploads.length);

    const written = (await Promise.all(pages.map(writesOf))).flat().toSorted((a, b) => a.at - b.at);
    const runs = written.filter(({ tab }, i) => tab !== written[i - 1]?.tab);
    console.log(
      `| ${count} tabs | ${seen.looks} looks, ${seen.indexing} while photos were indexed | indexers at most ${seen.mostByLock} | ${written.length} photos in ${runs.length} runs |`,
    );
    expect(seen.mostByLock).toBe(1);
    expect(seen.mostBySaying).toBeLessThanOrEqual(1);
    expect(new Set(written.map(({ photo }) => photo)).size).toBe(uploads.length);
    expect(written).toHaveLength(uploads.length);
    // Two indexers at a time would take turns.
    expect(runs).toHaveLength(count);
  });
}
