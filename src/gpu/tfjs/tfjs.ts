/**
 * The one door to tfjs: every other file imports it from here, so that what is loaded is decided once. In a browser (the page, its
 * development server and the browser tests alike) the name below stands for `tfjsCore.ts`; in Node for the package as published,
 * which is the same core with a CPU backend and the reader of stored graphs beside it.
 */
export * from '@tensorflow/tfjs';
