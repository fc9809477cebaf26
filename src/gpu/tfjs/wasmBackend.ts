/** tfjs's WASM backend; importing it registers 'wasm'. */
// By name, too: a bundler leaves a re-export out where nobody reads what it gives, and the backend with it.
import '@tensorflow/tfjs-backend-wasm';

export * from '@tensorflow/tfjs-backend-wasm';
