import { openPipeline } from '../../pipeline/wire/client.ts';
import { mount, mountInsecure } from './mount.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('main: got no element #root in index.html, wanted one');
// Without a secure context there is no storage, no worker lock and no digest: nothing that the pipeline could open with.
if (window.isSecureContext) mount(root, openPipeline());
else mountInsecure(root);
