/**
 * A file of `public/models`, from the app's own origin.
 * @throws Error with the file's name when it is not there or the network is off before it was ever loaded.
 */
export async function loadModelFile(name: string): Promise<ArrayBuffer> {
  const address = `${import.meta.env.BASE_URL}models/${name}`;
  let response: Response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw new Error(`The model file ${name} could not be loaded. Is the page's own server still running?`, { cause });
  }
  // A single-page server answers an unknown address with its page.
  if (!response.ok || response.headers.get('content-type')?.startsWith('text/html')) {
    throw new Error(`The model file ${name} is not on the server (status ${response.status}).`);
  }
  return response.arrayBuffer();
}
