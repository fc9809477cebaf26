/** Kept, a few MB, so that an engine that is rebuilt needs no network. */
const loaded = new Map<string, Promise<ArrayBuffer>>();

/**
 * A file of `public/models`, from the app's own origin.
 * @throws Error with the file's name when it is not there or the server cannot be reached.
 */
export function loadModelFile(name: string): Promise<ArrayBuffer> {
  const before = loaded.get(name);
  if (before) return before;
  const loading = fetchModelFile(name);
  loaded.set(name, loading);
  loading.catch(() => loaded.delete(name));
  return loading;
}

async function fetchModelFile(name: string): Promise<ArrayBuffer> {
  let response: Response;
  try {
    response = await fetch(`${import.meta.env.BASE_URL}models/${name}`);
  } catch (cause) {
    throw new Error(`The model file ${name} could not be loaded. Is the page's own server still running?`, { cause });
  }
  // A single-page server answers an unknown address with its page.
  if (!response.ok || response.headers.get('content-type')?.startsWith('text/html')) {
    throw new Error(`The model file ${name} is not on the server (status ${response.status}).`);
  }
  return response.arrayBuffer();
}
