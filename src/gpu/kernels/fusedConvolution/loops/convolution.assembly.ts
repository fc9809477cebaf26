// AssemblyScript, built by `npm run assembly` into convolution.binary.ts: convolutions with bias and activation on tfjs's own WASM memory,
// in place. No allocation and no static data: all memory is the caller's.

export { direct } from './direct.assembly';
export { winograd } from './winograd.assembly';
