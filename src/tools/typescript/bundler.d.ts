// What vite gives a worker's imports. `vite/client` says the same, but brings the page's DOM with it.

declare module '*?raw' {
  const text: string;
  export default text;
}

declare module '*?url' {
  const address: string;
  export default address;
}

declare module '*?worker&url' {
  const address: string;
  export default address;
}

interface ImportMeta {
  readonly env: { readonly BASE_URL: string };
}
