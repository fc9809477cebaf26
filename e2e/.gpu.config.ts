import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS } from './browser.ts';
export default defineConfig({
  testDir: '/work/main/e2e', outputDir: '/work/scratch/pwout', workers: 1, timeout: 180000, reporter: [['list']],
  use: { launchOptions: { executablePath: '/usr/bin/chromium', args: [...BROWSER_FLAGS] } },
  webServer: [{ command: 'npx vite --port 4419 --strictPort', cwd: '/work/main', url: 'http://localhost:4419/e2e/blank.html', reuseExistingServer: true, timeout: 60000 }],
});
