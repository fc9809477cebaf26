import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Cross-origin isolation lets the WASM backend use threads. */
const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Every file directly in `src/cli` that is not a test is a terminal program of its own. */
function cliEntries(): Record<string, string> {
  const folder = resolve('src/cli');
  const programs = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return Object.fromEntries(programs.map((name) => [name.replace(/\.ts$/, ''), resolve(folder, name)]));
}

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  server: { headers: isolationHeaders },
  preview: { headers: isolationHeaders, port: 4173 },
  worker: { format: 'es' },
  build:
    mode === 'cli'
      ? {
          ssr: true,
          outDir: '.facet/cli',
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'node20',
          rollupOptions: { input: cliEntries(), output: { entryFileNames: '[name].js' } },
        }
      : { target: 'es2022', chunkSizeWarningLimit: 2500 },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 30_000,
  },
}));
