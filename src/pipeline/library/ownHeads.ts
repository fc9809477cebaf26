import type { HeadsRow } from '../../gallery/schema.ts';
import type { StoredHeads } from '../../gallery/storedHeads.ts';
import { answersFileOf, headsFileOf, networkParts, ownNetwork } from '../../network/shippedFiles.ts';
import { provideModelFile } from '../analyser/loadModelFile.ts';
import type { HeadsCard, KeptHeads } from '../api/trainedHeads.ts';

export interface OwnHeadsParts {
  readonly heads: StoredHeads;
  /** The version of a network that Facet comes with. @throws Error where there is none on these backbones */
  wantedVersion(backbone: string): Promise<string>;
}

/** The parts of a network's version that stay what they are when its heads are others. */
function besideTheHeads(version: string): string {
  return version
    .split(' ')
    .filter((part) => !part.startsWith('heads#'))
    .join(' ');
}

/** Heads that a person trained, as they are kept. */
export class OwnHeads {
  readonly #parts: OwnHeadsParts;

  constructor(parts: OwnHeadsParts) {
    this.#parts = parts;
  }

  /** The newest first. @param atHand whether the weights of these backbones are there */
  async all(atHand: (backbone: string) => boolean): Promise<readonly KeptHeads[]> {
    const rows = await this.#parts.heads.all();
    const kept = await Promise.all(
      rows.map(
        async (row): Promise<KeptHeads> => ({
          key: row.key,
          name: row.name,
          network: ownNetwork(row.backbone, row.key),
          bytes: row.file.size,
          usable: atHand(row.backbone) && (await this.#fits(row)),
          // What was written by the trainer alone is read as what it is.
          card: JSON.parse(row.card) as HeadsCard,
        }),
      ),
    );
    return kept.sort((a, b) => b.card.trainedAt - a.card.trainedAt);
  }

  /** Whether every part of the network but the heads is what it was when they were trained. */
  async #fits({ backbone, version }: HeadsRow): Promise<boolean> {
    const wanted = await this.#parts.wantedVersion(backbone).catch(() => null);
    return wanted !== null && besideTheHeads(wanted) === besideTheHeads(version);
  }

  /** @throws Error, for a person, when they were forgotten. */
  async #row(key: string): Promise<HeadsRow> {
    const row = await this.#parts.heads.get(key);
    if (row === undefined) throw new Error('These heads are no longer in this browser. Reload the page.');
    return row;
  }

  /** @throws Error, for a person, when they were forgotten. */
  async file(key: string): Promise<Blob> {
    return (await this.#row(key)).file;
  }

  /** What the network with these heads gives for the drawn picture, as `storedAnswers` reads it. @throws as `file` */
  async answers(key: string): Promise<ArrayBuffer> {
    return new TextEncoder().encode((await this.#row(key)).answers).buffer;
  }

  /** Names the files of a network with heads that a person trained, so that they are read like any other; does nothing for another network. */
  provide(network: string): void {
    const { own } = networkParts(network);
    if (own === null) return;
    provideModelFile(headsFileOf(network), async () => (await this.file(own)).arrayBuffer());
    provideModelFile(answersFileOf(network), () => this.answers(own));
  }

  /** @throws StorageFull */
  keep(row: HeadsRow): Promise<void> {
    return this.#parts.heads.save(row);
  }

  forget(key: string): Promise<void> {
    return this.#parts.heads.forget(key);
  }
}
