import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { builtFiles } from './builtFiles.ts';

/** Builds the service worker beside the page, under an address that stays, with the list of all files that were built. */
export function serviceWorkerPlugin(): Plugin {
  let outDir = 'dist';
  return {
    name: 'facet-service-worker',
    apply: (_, { command, mode }) => command === 'build' && mode !== 'commands',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = builtFiles(outDir).map(({ name, keep }) => ({
          url: name === 'index.html' ? './' : name,
          sha256: createHash('sha256')
            .update(readFileSync(join(outDir, name)))
            .digest('hex'),
          keep,
        }));
        await build({
          configFile: false,
          logLevel: 'warn',
          define: { __FACET_FILES__: JSON.stringify(files) },
          build: {
            outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            rollupOptions: {
              input: resolve('src/ui/shared/offline/serviceWorker.ts'),
              output: { format: 'iife', entryFileNames: 'sw.js' },
            },
          },
        });
      },
    },
  };
}
