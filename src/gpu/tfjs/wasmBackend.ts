/** tfjs's WASM backend; importing it registers 'wasm'. */
export * from '@tensorflow/tfjs-backend-wasm';
