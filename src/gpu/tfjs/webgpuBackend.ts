/** tfjs's WebGPU backend. Importing it registers tfjs's own 'webgpu', which `openDevice` replaces by one on our device. */
export { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
