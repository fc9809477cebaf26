import { openPipeline } from '../../pipeline/wire/client.ts';
import { mount } from './mount.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('main: got no element #root in index.html, wanted one');
mount(root, openPipeline());
