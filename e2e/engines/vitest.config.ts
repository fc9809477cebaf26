import { defineConfig } from 'vitest/config';

/** `npm run test:engines`: exports beside the engines that they are for. Outside CI: they have to be installed (see CONTRIBUTING.md). */
export default defineConfig({
  test: { include: ['e2e/engines/**/*.check.ts'], environment: 'node', testTimeout: 600_000, hookTimeout: 600_000 },
});
