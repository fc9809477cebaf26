import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { CONTENT_SECURITY_POLICY, policyInThePage } from './src/tools/build/contentSecurityPolicy.ts';
import { serviceWorkerPlugin } from './src/tools/build/serviceWorkerPlugin.ts';

/** Cross-origin isolation lets the WASM backend use threads. */
const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

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

/** Every file directly in a `commands` folder that is not a test is a terminal program of its own. */
function terminalPrograms(): Record<string, string> {
  return Object.fromEntries(
    ['src/terminal/commands', 'src/lab/commands', 'src/tools/commands'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => [name.replace(/\.ts$/, ''), resolve(folder, name)]),
    ),
  );
}

/** In a browser tfjs is its core alone (see the file); Node's tests and commands take the package as published for Node. */
const tfjsCoreAlone = { find: /^@tensorflow\/tfjs$/, replacement: resolve('src/gpu/tfjs/tfjsCore.ts') };

export default defineConfig(({ command, mode }) => ({
  // Relative addresses, so that a build works below any path.
  base: command === 'build' && mode !== 'commands' ? './' : '/',
  resolve: { alias: mode === 'test' || mode === 'commands' ? [] : [tfjsCoreAlone] },
  plugins: [react(), policyInThePage(), serviceWorkerPlugin()],
  define: {
    __FACET_VERSION__: JSON.stringify(process.env['npm_package_version'] ?? 'development'),
    __FACET_GOOGLENET__: JSON.stringify(existsSync('public/models/answers-nanodet-g+googlenet.json')),
  },
  // In tests a saved file must not reload the page in the middle of one.
  server: mode === 'e2e' ? { headers: isolationHeaders, hmr: false, watch: null } : { headers: isolationHeaders },
  preview: {
    headers: { ...isolationHeaders, 'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'` },
    port: 4173,
  },
  worker: {
    format: 'es',
    plugins: () => [withoutNode()],
    // Beside the page: a worker asks for files relative to its own address, and these lie relative to the page's.
    rollupOptions: { output: { entryFileNames: '[name]-[hash].js' } },
  },
  // Named, so that the dev server does not find them late and reload a page in the middle of a test.
  optimizeDeps: {
    include: [
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops',
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
