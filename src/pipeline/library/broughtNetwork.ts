import { readSafetensors, writeSafetensors } from '../../base/weights/safetensors.ts';
import type { Gallery } from '../../gallery/gallery.ts';
import { backboneVersion, checkWeights } from '../../network/backbone/backbone.ts';
import { importGoogLeNet } from '../../network/backbone/googlenetImport.ts';
import { readWeightsFile } from '../../network/backbone/weightsFile.ts';
import { networkParts } from '../../network/shippedFiles.ts';
import type { PipelineChange } from '../api/changes.ts';
import { asError } from '../api/errors.ts';
import { NETWORKS, type NetworkStatus } from '../api/pipeline.ts';
import type { OwnHeads } from './ownHeads.ts';

/** The part whose weights a person brings: they may not be shipped with the page. */
export const BROUGHT_PART = 'googlenet';

const SETTING = 'network';
const [DEFAULT_NETWORK] = NETWORKS;

export interface BroughtNetworkParts {
  readonly gallery: Pick<Gallery, 'setting' | 'setSetting' | 'weights' | 'saveWeights' | 'removeWeights'>;
  readonly own: OwnHeads;
  tell(change: PipelineChange): void;
  /** The version of the network that the heads of this backbone belong to, in which each part's weights are named. */
  wantedVersion(network: string): Promise<string>;
}

/**
 * Which network is used, the weights that a person brought for one, and the heads that they trained. A page uses one network from its start to its end, so that no photo
 * is analysed by halves; another choice takes effect when the page is loaded again.
 */
export class BroughtNetwork {
  readonly #parts: BroughtNetworkParts;
  #status: NetworkStatus = { inUse: DEFAULT_NETWORK, chosen: DEFAULT_NETWORK, brought: null, own: [] };

  constructor(parts: BroughtNetworkParts) {
    this.#parts = parts;
  }

  /** @returns the network to use: the chosen one, or the default where its weights or heads are gone */
  async load(): Promise<string> {
    const { gallery } = this.#parts;
    const [setting, row] = await Promise.all([gallery.setting(SETTING), gallery.weights(BROUGHT_PART)]);
    const brought = row === undefined ? null : { file: row.file, bytes: row.weights.size };
    const own = await this.#own(brought !== null);
    const there = [
      ...NETWORKS.filter((name) => name === DEFAULT_NETWORK || brought !== null),
      ...own.filter(({ usable }) => usable).map(({ network }) => network),
    ];
    const chosen = there.find((name) => name === setting) ?? DEFAULT_NETWORK;
    this.#tell({ inUse: chosen, chosen, brought, own });
    return chosen;
  }

  /** The weights in our own format. @throws Error where there are none */
  async weights(): Promise<ArrayBuffer> {
    const row = await this.#parts.gallery.weights(BROUGHT_PART);
    if (row === undefined) throw new Error('The weights of GoogLeNet are no longer in this browser. Reload the page.');
    return row.weights.arrayBuffer();
  }

  /** @throws Error, for a person; StorageFull */
  async keep(file: Blob, name: string): Promise<void> {
    const weights = new Blob([await this.#imported(await file.arrayBuffer(), name)]);
    await this.#parts.gallery.saveWeights({ backbone: BROUGHT_PART, file: name, weights });
    this.#tell({ ...this.#status, brought: { file: name, bytes: weights.size }, own: await this.#own(true) });
  }

  async remove(): Promise<void> {
    await this.#leave((network) => networkParts(network).backbone !== DEFAULT_NETWORK);
    await this.#parts.gallery.removeWeights(BROUGHT_PART);
    this.#tell({ ...this.#status, brought: null, own: await this.#own(false) });
  }

  /** @throws Error, for a person, where its weights or its heads are not there */
  async choose(network: string): Promise<void> {
    const { backbone, own } = networkParts(network);
    if (backbone !== DEFAULT_NETWORK && this.#status.brought === null)
      throw new Error('This network needs GoogLeNet’s weights. Bring the file first.');
    if (
      own !== null &&
      !(await this.#own(this.#status.brought !== null)).some((heads) => heads.network === network && heads.usable)
    )
      throw new Error('These heads cannot be used any more.');
    await this.#parts.gallery.setSetting(SETTING, network);
    this.#tell({ ...this.#status, chosen: network });
  }

  /** The heads that are kept are others, or have other names. */
  async ownChanged(): Promise<void> {
    const own = await this.#own(this.#status.brought !== null);
    await this.#leave(
      (network) => networkParts(network).own !== null && !own.some((heads) => heads.network === network),
    );
    this.#tell({ ...this.#status, own });
  }

  /** Where the chosen network is one that is going, the default takes its place at the next start. */
  async #leave(going: (network: string) => boolean): Promise<void> {
    if (!going(this.#status.chosen)) return;
    await this.#parts.gallery.setSetting(SETTING, DEFAULT_NETWORK);
    this.#status = { ...this.#status, chosen: DEFAULT_NETWORK };
  }

  #own(brought: boolean): Promise<NetworkStatus['own']> {
    return this.#parts.own.all((backbone) => backbone === DEFAULT_NETWORK || brought);
  }

  /** In float16, which is what the heads were trained on. */
  async #imported(buffer: ArrayBuffer, name: string): Promise<ArrayBuffer> {
    const { description, tensors } = readFor(name, () => importGoogLeNet(readWeightsFile(name, buffer)));
    const stored = writeSafetensors({ tensors, metadata: { backbone: description.name, layout: 'HWIO' } }, 'F16');
    const read = readSafetensors(stored);
    readFor(name, () => checkWeights(description, read));
    const version = backboneVersion(description, read, description.inputSide);
    for (const network of NETWORKS) {
      if (network === DEFAULT_NETWORK || (await this.#parts.wantedVersion(network)).includes(version)) continue;
      throw new Error(
        `${name} holds weights of GoogLeNet, but not those that Facet was taught with, BVLC’s of 2014 (bvlc_googlenet). ` +
          'With others its answers would mean nothing.',
      );
    }
    return stored;
  }

  #tell(network: NetworkStatus): void {
    this.#status = network;
    this.#parts.tell({ kind: 'network', network });
  }
}

/** @throws Error that names the file, without the name of the function that found the fault. */
function readFor<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    const reason = asError(thrown).message.replace(/^[a-z]\w+: /, '');
    throw new Error(reason.startsWith(name) ? reason : `${name} cannot be used: ${reason}.`.replace(/\.\.$/, '.'), {
      cause: thrown,
    });
  }
}
