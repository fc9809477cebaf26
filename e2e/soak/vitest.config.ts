import { defineConfig } from 'vitest/config';

/** What of `npm run soak` needs no page: damaged index files and hostile photos, in Node. */
export default defineConfig({
  test: { include: ['e2e/soak/**/*.soak.ts'], environment: 'node', testTimeout: 3_600_000, hookTimeout: 600_000 },
});
