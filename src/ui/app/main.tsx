import { openPipeline } from '../../pipeline/wire/client.ts';
import { say } from '../shared/language/say.ts';
import { LanguageChoice } from '../shared/state/languageChoice.ts';
import { mount, mountFailure } from './mount.tsx';
import { reasonNotToStart } from './shell/startRequirements.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('main: got no element #root in index.html, wanted one');
void start(root);

async function start(place: HTMLElement): Promise<void> {
  const language = new LanguageChoice(window);
  // Before anything is shown, so that nobody sees one language turn into another. Without its texts the page is English.
  await language.begin().catch((error: unknown) => console.warn('main: the language could not be loaded', error));
  const reason = reasonNotToStart(window);
  if (reason !== null) {
    mountFailure(place, reason);
    return;
  }
  try {
    mount(place, openPipeline(), language);
  } catch (error) {
    console.error(error);
    mountFailure(place, say.app.notSetUp(error instanceof Error ? error.message : String(error)));
  }
}
