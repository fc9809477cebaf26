import { resolve } from 'node:path';
import { APP_IS_BELOW, APP_PORT } from './origins.ts';
import { StaticServer } from './staticServer.ts';

/** Before all tests, where the build is tried on a plain host: starts it. Answers how it is stopped. */
export default async function startPlainHost(): Promise<() => Promise<void>> {
  const folder = resolve(import.meta.dirname, '../..', process.env['FACET_E2E_DIST'] ?? 'dist');
  const server = new StaticServer(folder, { port: APP_PORT, below: APP_IS_BELOW, isolated: false });
  await server.start();
  return () => server.stop();
}
