import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files that few people need, such as drawn scenes to try the page with, or another language; the service worker keeps them once they were used. */
const KEPT_WHEN_USED =
  /^(trainWorker-|assets\/(heicDecoder|libheif|client-zip|TeachDialog|TaughtSection|QualityView|measureFolder|trainer|trainingRecord|droppedFolder|readLabels|german)|scenes\/|models\/(googlenet|answers-|appearance-|heads-(?!voc20)))/;

export interface BuiltFile {
  /** Relative to the built page's folder, with slashes. */
  readonly name: string;
  /** `start`: every first visit loads it and the service worker keeps it. `use`: loaded by those who need it. */
  readonly keep: 'start' | 'use';
}

/** What the built page consists of, in alphabetical order, the service worker's own script left out. */
export function builtFiles(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => name !== 'sw.js')
    .sort()
    .map((name) => ({ name, keep: KEPT_WHEN_USED.test(name) ? 'use' : 'start' }));
}
