/** Fetches a file of `public/models` by its name: over HTTP in the page, from the disk in Node. */
export type ModelLoader = (name: string) => Promise<ArrayBuffer>;
