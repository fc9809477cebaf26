import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { Network } from '../../network/network.ts';
import { imageKind, KIND_BYTES, unreadableInTerminal } from '../../pipeline/analyser/imageKind.ts';
import { declaredSize, HEAD_BYTES } from '../../pipeline/formats/declaredSize.ts';
import type { Proposer } from '../../proposals/proposer.ts';
import { analyseFile } from './analyseFile.ts';
import type { Answer, Order } from './messages.ts';
import { type FoundFile, sentenceOf } from './photoFolder.ts';

/** No camera writes a larger photo; the page has the same limit. */
const MAX_FILE_BYTES = 512 * 2 ** 20;
/** Photos with more pixels are decoded one at a time: each takes hundreds of megabytes. */
const LARGE_PIXELS = 60e6;

/** One process's way with files: identifies one, and analyses it if it is told to. */
export class FileService {
  readonly #network: Network;
  readonly #proposer: Proposer;
  #identified: { readonly found: FoundFile; readonly bytes: Uint8Array; readonly id: string } | null = null;

  constructor(network: Network, proposer: Proposer) {
    this.#network = network;
    this.#proposer = proposer;
  }

  /** Never throws: what is wrong with a file is an answer. */
  async answer(order: Order): Promise<Answer> {
    try {
      return await (order.kind === 'identify' ? this.#identify(order.found) : this.#analyse());
    } catch (error) {
      return { kind: 'unreadable', reason: sentenceOf(error) };
    }
  }

  async #identify(found: FoundFile): Promise<Answer> {
    this.#identified = null;
    if (found.size === 0) return { kind: 'unreadable', reason: 'The file is empty.' };
    if (found.size > MAX_FILE_BYTES)
      return { kind: 'unreadable', reason: `The file is larger than ${MAX_FILE_BYTES / 2 ** 20} MB.` };
    const kind = imageKind(await firstBytes(found.file));
    if (kind === 'unknown' || kind === 'video' || kind === 'PDF')
      return { kind: 'notPhoto', reason: unreadableInTerminal(kind) };
    if (kind === 'JPEG XL') return { kind: 'unreadable', reason: unreadableInTerminal(kind) };
    // The terminal could, but no browser that shows the index does.
    if (kind === 'TIFF') return { kind: 'unreadable', reason: 'Facet cannot read TIFF photos. Export it as JPEG.' };
    const bytes = new Uint8Array(await readFile(found.file));
    const id = createHash('sha256').update(bytes).digest('hex');
    const size = declaredSize(bytes.subarray(0, HEAD_BYTES));
    this.#identified = { found: { ...found, size: bytes.length }, bytes, id };
    return { kind: 'identified', id, large: size !== null && size.width * size.height > LARGE_PIXELS };
  }

  async #analyse(): Promise<Answer> {
    if (this.#identified === null) throw new Error('FileService: got the order to analyse before a file');
    const { found, bytes, id } = this.#identified;
    this.#identified = null;
    return { kind: 'analysed', ...(await analyseFile(bytes, id, found, this.#network, this.#proposer)) };
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(KIND_BYTES), 0, KIND_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
