import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
};

const ISOLATION = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

interface ServerOptions {
  /** The address that it listens on. */
  readonly host?: string;
  /** A script that runs before those whose path matches. */
  readonly prelude?: { readonly before: RegExp; readonly script: string };
  /** A free one where none is given. */
  readonly port?: number;
  /** The path below which the folder lies: '/photos'. */
  readonly below?: string;
  /** Whether it sends the headers of cross-origin isolation; hosts that know nothing of them are many. */
  readonly isolated?: boolean;
}

/** A plain server of one folder, as any static host is; unlike the test runner's own it can be stopped in the middle of a test. */
export class StaticServer {
  readonly #folder: string;
  readonly #host: string;
  readonly #prelude: ServerOptions['prelude'];
  readonly #headers: Readonly<Record<string, string>>;
  /** Addresses that were asked for, with their query. */
  readonly asked: string[] = [];
  #server: Server | null = null;
  readonly #below: string;
  #port: number;

  constructor(
    folder: string,
    { host = 'localhost', port = 0, below = '', prelude, isolated = true }: ServerOptions = {},
  ) {
    this.#folder = folder;
    this.#host = host;
    this.#port = port;
    this.#below = below;
    this.#prelude = prelude;
    this.#headers = isolated ? ISOLATION : {};
  }

  /** The same from the first start on. */
  get origin(): string {
    return `http://${this.#host}:${this.#port}`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.asked.push(request.url ?? '');
      const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
      const inside = path.slice(this.#below.length);
      const file = join(this.#folder, inside.endsWith('/') ? `${inside}index.html` : inside);
      const isBelow = path.startsWith(`${this.#below}/`) && file.startsWith(this.#folder);
      const found = isBelow && existsSync(file) && statSync(file).isFile();
      response.writeHead(found ? 200 : 404, {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        ...this.#headers,
      });
      if (found && this.#prelude?.before.test(path)) response.write(this.#prelude.script);
      if (found) createReadStream(file).pipe(response);
      else response.end();
    });
    await new Promise<void>((resolve) => server.listen(this.#port, this.#host, resolve));
    const address: AddressInfo | string | null = server.address();
    if (typeof address === 'object' && address !== null) this.#port = address.port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
