import type { FolderVerbs } from '../../../pipeline/api/folderVerbs.ts';
import type { KeptFolder } from '../../../pipeline/api/keptFolder.ts';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import type { Pipeline } from '../../../pipeline/api/pipelineVerbs.ts';
import { say } from '../language/say.ts';
import { type Readable, Store } from '../store/store.ts';
import type { Intake } from './intake.ts';
import type { Notices } from './notices.ts';

/** Photos whose files are no longer in their folder. */
export interface GonePhotos {
  readonly folder: string;
  readonly ids: readonly PhotoId[];
}

/** Why a folder is looked through: it is new, an interrupted run goes on, or a person wants to know. */
type Occasion = 'added' | 'interrupted' | 'asked';

/**
 * The folders that stay. The browser forgets at the end of a visit that a person let the page read them, so they are asked again; then
 * originals are at hand, an interrupted run goes on, and the folder can be looked through for changes.
 */
export class Folders {
  /** Those that may not be read until a person allows it. */
  readonly asking: Readable<readonly KeptFolder[]>;
  /** The folder that is being looked through at the moment. */
  readonly looking: Readable<string | null>;
  /** What was found to be gone, until a person says what is to become of it. */
  readonly gone = new Store<GonePhotos | null>(null);
  readonly #asking = new Store<readonly KeptFolder[]>([]);
  readonly #looking = new Store<string | null>(null);
  readonly #pipeline: FolderVerbs & Pick<Pipeline, 'subscribe' | 'getSnapshot'>;
  readonly #notices: Notices;
  readonly #intake: Pick<Intake, 'addKept'>;
  readonly #locks: Pick<LockManager, 'request'>;
  #seen: readonly KeptFolder[] = [];
  #readable: readonly string[] = [];
  /** Folders whose run was interrupted in an earlier visit; null until they are known. */
  #interrupted: Set<string> | null = null;
  #walk = new AbortController();

  constructor(
    pipeline: FolderVerbs & Pick<Pipeline, 'subscribe' | 'getSnapshot'>,
    notices: Notices,
    intake: Pick<Intake, 'addKept'>,
    locks: Pick<LockManager, 'request'>,
  ) {
    this.asking = this.#asking;
    this.looking = this.#looking;
    this.#pipeline = pipeline;
    this.#notices = notices;
    this.#intake = intake;
    this.#locks = locks;
    pipeline.subscribe(() => this.#follow());
  }

  /** A folder that a person chose or dropped: it stays, and its photos are added. */
  readonly add = async (handle: FileSystemDirectoryHandle): Promise<void> => {
    try {
      await this.#through(await this.#pipeline.keepFolder(handle), 'added');
    } catch (error) {
      this.#notices.failed(say.folders.notAdded(handle.name), error);
    }
  };

  /** Looks through all kept folders, or one, for files that are new, changed or gone. Needs a person's click. */
  readonly look = async (only?: string): Promise<void> => {
    await this.allow();
    for (const name of this.#readable) if (only === undefined || name === only) await this.#through(name, 'asked');
  };

  /** Has the browser ask a person for every folder that may not be read. Needs their click. */
  readonly allow = async (): Promise<void> => {
    for (const { name, handle } of this.#asking.getSnapshot()) {
      const answer = await handle.requestPermission?.({ mode: 'read' }).catch(() => 'prompt' as const);
      if (answer === 'denied') this.#notices.error(say.folders.notRead(name), say.folders.denied);
    }
    await this.#ask();
  };

  /** Its photos stay as they are. */
  async forget(name: string): Promise<void> {
    try {
      await this.#pipeline.forgetFolder(name);
    } catch (error) {
      this.#notices.failed(say.folders.notForgotten(name), error);
    }
  }

  /** What was found by then stays. */
  readonly stopLooking = (): void => {
    this.#walk.abort();
    this.#walk = new AbortController();
  };

  /** The pipeline told something: the folders may be others. */
  #follow(): void {
    const { folders, state } = this.#pipeline.getSnapshot();
    if (folders === this.#seen || state.phase !== 'ready') return;
    this.#seen = folders;
    this.#interrupted ??= new Set(folders.filter(({ unfinished }) => unfinished).map(({ name }) => name));
    void this.#ask();
  }

  /** Which folders may be read; a run that was interrupted in one of them goes on. */
  async #ask(): Promise<void> {
    const states = await Promise.all(
      this.#seen.map(async (folder) => ({
        folder,
        // Where nothing is said, reading will tell.
        access: (await folder.handle.queryPermission?.({ mode: 'read' }).catch(() => null)) ?? 'granted',
      })),
    );
    this.#readable = states.filter(({ access }) => access === 'granted').map(({ folder }) => folder.name);
    const asking = states.filter(({ access }) => access === 'prompt').map(({ folder }) => folder);
    const before = this.#asking.getSnapshot();
    if (asking.length !== before.length || asking.some((folder, i) => folder !== before[i])) this.#asking.set(asking);
    for (const { folder, access } of states)
      if (access === 'granted' && this.#interrupted?.delete(folder.name) === true)
        void this.#through(folder.name, 'interrupted');
  }

  /** One tab at a time, and no folder twice. */
  async #through(path: string, occasion: Occasion): Promise<void> {
    const [name = path] = path.split('/', 1);
    await this.#locks.request(`facet folder ${name}`, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await this.#lookThrough(name, path, occasion);
      else if (occasion !== 'interrupted') this.#notices.info(say.folders.already(name));
    });
  }

  async #lookThrough(name: string, path: string, occasion: Occasion): Promise<void> {
    const { signal } = this.#walk;
    try {
      const { files, unchanged } = await this.#shown(name, () => this.#pipeline.folderNews(path, { signal }));
      const end = files.length === 0 ? 'done' : await this.#intake.addKept(files);
      // What failed as a whole is tried again at the next visit.
      if (end === 'failed') return;
      await this.#pipeline.folderFinished(name);
      if (end === 'stopped') return;
      if (files.length === 0 && occasion !== 'interrupted') this.#tellNothingNew(path, unchanged);
      if (occasion !== 'asked') return;
      const ids = await this.#shown(name, () => this.#pipeline.goneFrom(name, { signal }));
      if (ids.length > 0) this.#tellGone({ folder: name, ids });
    } catch (error) {
      if (signal.aborted) await this.#pipeline.folderFinished(name).catch(() => {});
      else this.#notices.failed(say.folders.notLooked(name), error);
    }
  }

  async #shown<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.#looking.set(name);
    try {
      return await work();
    } finally {
      this.#looking.set(null);
    }
  }

  #tellNothingNew(path: string, unchanged: number): void {
    this.#notices.info(unchanged === 0 ? say.folders.nothingThere(path) : say.folders.nothingNew(path, unchanged));
  }

  #tellGone(gone: GonePhotos): void {
    const { folder, ids } = gone;
    this.#notices.offer(say.folders.gone(folder, ids.length), {
      label: say.folders.show,
      run: () => this.gone.set(gone),
    });
  }
}
