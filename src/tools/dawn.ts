import { existsSync } from 'node:fs';
import { constants } from 'node:os';

/**
 * WebGPU in Node: Dawn through the npm package `webgpu`. Where the machine has no Vulkan driver of its own, the software one that
 * Chromium brings along (SwiftShader) will do.
 */

const CHROMIUM_FOLDERS = [
  '/usr/lib/chromium',
  '/usr/lib/chromium-browser',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
  '/snap/chromium/current/usr/lib/chromium-browser',
];

/** glibc's RTLD_NODELETE, which Node's constants lack: the library stays although it is no Node addon. */
const KEEP_LOADED = 0x1000;

/**
 * Loads the Vulkan loader that lies beside Chromium, so that Dawn finds it by its name; it is on no search path.
 * Node complains that it is no addon, after it is loaded.
 */
function preloadVulkan(path: string): void {
  try {
    process.dlopen({ exports: {} }, path, constants.dlopen.RTLD_LAZY | KEEP_LOADED);
  } catch {
    // "Module did not self-register": as expected. Anything else shows when the adapter is asked for.
  }
}

export type NodeGpu =
  | { readonly gpu: GPU; readonly missing: null }
  /** Why there is none. */
  | { readonly gpu: null; readonly missing: string };

let opened: Promise<NodeGpu> | undefined;

async function open(): Promise<NodeGpu> {
  const folder = CHROMIUM_FOLDERS.find((candidate) => existsSync(`${candidate}/vk_swiftshader_icd.json`));
  if (folder !== undefined && process.env['VK_ICD_FILENAMES'] === undefined) {
    process.env['VK_ICD_FILENAMES'] = `${folder}/vk_swiftshader_icd.json`;
    preloadVulkan(`${folder}/libvulkan.so.1`);
  }
  try {
    const { create, globals } = await import('webgpu');
    Object.assign(globalThis, globals);
    const gpu = create([]);
    if ((await gpu.requestAdapter()) === null)
      return { gpu: null, missing: 'Dawn found no Vulkan driver, and no Chromium with SwiftShader' };
    // tfjs and our own code look for it where a browser has it.
    const navigator = globalThis.navigator ?? {};
    Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true });
    Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
    return { gpu, missing: null };
  } catch (error) {
    return {
      gpu: null,
      missing: `the package webgpu does not load: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** `navigator.gpu` for Node; opened once a process. */
export function nodeGpu(): Promise<NodeGpu> {
  opened ??= open();
  return opened;
}
