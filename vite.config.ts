import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Cross-origin isolation lets the WASM backend use threads. */
const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * The page may speak to its own origin alone: that photos stay on the machine is something the browser enforces.
 * `wasm-unsafe-eval` compiles WebAssembly; the WASM backend starts its threads from a blob, thumbnails are shown from one.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self' blob:",
  "img-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The built page carries the policy itself, so that it holds on any static host; the dev server needs inline scripts. */
function policyInThePage(): Plugin {
  return {
    name: 'facet-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** libheif's file also runs in Node; in a browser that branch is dead, and asks for nothing. */
function withoutNode(): Plugin {
  const nothing = '\0facet-nothing';
  return {
    name: 'facet-without-node',
    enforce: 'pre',
    resolveId: (id, importer) => (importer?.includes('libheif-js') && /^(fs|path|crypto)$/.test(id) ? nothing : null),
    load: (id) => (id === nothing ? 'export default {};' : null),
  };
}

/** Files that only few people need, networks that the shipped heads do not read among them; the service worker keeps them once they were used. */
const KEPT_WHEN_USED = /^(assets\/(heicDecoder|libheif)|models\/(ssd-mobilenetv2|googlenet))/;

/** Builds the service worker beside the app, under an address that stays, with the list of all files that were built. */
function serviceWorker(): Plugin {
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
        const names = readdirSync(outDir, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(outDir.length + 1)
              .replaceAll('\\', '/'),
          )
          .filter((name) => name !== 'sw.js')
          .sort();
        const files = names.map((name) => ({
          url: name === 'index.html' ? './' : name,
          sha256: createHash('sha256')
            .update(readFileSync(join(outDir, name)))
            .digest('hex'),
          keep: KEPT_WHEN_USED.test(name) ? 'use' : 'start',
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

/** Every file directly in a `commands` folder that is not a test is a terminal program of its own. */
function terminalPrograms(): Record<string, string> {
  return Object.fromEntries(
    ['src/lab/commands', 'src/tools/commands'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => [name.replace(/\.ts$/, ''), resolve(folder, name)]),
    ),
  );
}

/** Less than half of the script that each worker reads before its first photo. */
const tfjsCoreAlone = { find: /^@tensorflow\/tfjs$/, replacement: resolve('src/gpu/tfjs/tfjsCore.ts') };

export default defineConfig(({ command, mode }) => ({
  resolve: { alias: command === 'build' && mode !== 'commands' ? [tfjsCoreAlone] : [] },
  plugins: [react(), policyInThePage(), serviceWorker()],
  define: { __FACET_VERSION__: JSON.stringify(process.env['npm_package_version'] ?? 'development') },
  // In tests a saved file must not reload the page in the middle of one.
  server: mode === 'e2e' ? { headers: isolationHeaders, hmr: false, watch: null } : { headers: isolationHeaders },
  preview: {
    headers: { ...isolationHeaders, 'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'` },
    port: 4173,
  },
  worker: { format: 'es', plugins: () => [withoutNode()] },
  // Named, so that the dev server does not find them late and reload a page in the middle of a test.
  optimizeDeps: {
    include: [
      '@tensorflow/tfjs',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgpu',
      'libheif-js/libheif-wasm/libheif.js',
    ],
  },
  build:
    mode === 'commands'
      ? {
          ssr: true,
          outDir: '.facet/commands',
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'node20',
          rollupOptions: { input: terminalPrograms(), output: { entryFileNames: '[name].js' } },
        }
      : {
          target: 'es2022',
          // Browsers that know light-dark() and oklch(), so that the styles are shipped as written.
          cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
          chunkSizeWarningLimit: 2500,
        },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 30_000,
  },
}));
