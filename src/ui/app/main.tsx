import { openPipeline } from '../../pipeline/wire/client.ts';
import { mount, mountFailure } from './mount.tsx';
import { reasonNotToStart } from './shell/startRequirements.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('main: got no element #root in index.html, wanted one');

const reason = reasonNotToStart(window);
if (reason !== null) {
  mountFailure(root, reason);
} else {
  try {
    mount(root, openPipeline());
  } catch (error) {
    console.error(error);
    mountFailure(root, `The page could not be set up: ${error instanceof Error ? error.message : String(error)}`);
  }
}
