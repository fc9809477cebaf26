/** tfjs's WASM backend; importing it registers 'wasm'. */

// Apart from the exports: a bundler drops `export … from` where nobody uses the names, and the registration with it.
import '@tensorflow/tfjs-backend-wasm';

export * from '@tensorflow/tfjs-backend-wasm';
