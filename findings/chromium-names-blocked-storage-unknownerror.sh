#!/usr/bin/env bash
# Chromium 156: where a person has blocked cookies and site data, an IndexedDB database fails to open with UnknownError.
#
# Firefox and WebKit say SecurityError or InvalidStateError for it, and so does localStorage in the same Chromium page. UnknownError is also
# what a broken database file gives, so the two causes, of which one is mended in the browser's settings, are told apart by the message
# alone ("The user denied permission to access the database."), in the page and in its workers alike.
# Needs a Chromium: CHROMIUM, or `chromium` on the path.
set -euo pipefail
chromium=${CHROMIUM:-$(command -v chromium)}
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund playwright-core@1.65.1 >/dev/null
mkdir -p profile/Default
echo '{"profile":{"default_content_setting_values":{"cookies":2}}}' > profile/Default/Preferences
cat > look.cjs <<'JS'
const { createServer } = require('node:http');
const { chromium } = require('playwright-core');
const open = () =>
  new Promise((resolve) => {
    const request = indexedDB.open('any');
    request.onerror = () => resolve(`${request.error.name}: ${request.error.message}`);
    request.onsuccess = () => resolve('opened');
  });
(async () => {
  const server = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end('<p>page')).listen(0);
  const context = await chromium.launchPersistentContext('profile', {
    executablePath: process.argv[2],
    args: ['--no-sandbox'],
  });
  const page = await context.newPage();
  await page.goto(`http://localhost:${server.address().port}/`);
  console.log('IndexedDB:', await page.evaluate(open));
  console.log('localStorage:', await page.evaluate(() => { try { return String(localStorage); } catch (error) { return error.name; } }));
  await context.close();
  server.close();
})();
JS
seen=$(node look.cjs "$chromium")
echo "$seen"
[ "$seen" = "IndexedDB: UnknownError: The user denied permission to access the database.
localStorage: SecurityError" ] || { echo 'Chromium now behaves otherwise'; exit 1; }
