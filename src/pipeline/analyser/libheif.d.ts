/** What Facet uses of libheif's JavaScript interface (libheif-js, post.js of strukturag/libheif); the package types only its C part. */
declare module 'libheif-js/libheif-wasm/libheif.js' {
  interface HeifImage {
    /** Of the upright image, pixels. */
    get_width(): number;
    get_height(): number;
    /** Fills `data` // (height, width, 4) and calls back with it, or with null when the image cannot be decoded. */
    display(
      image: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number },
      done: (filled: object | null) => void,
    ): void;
    is_primary(): boolean;
    free(): void;
  }
  interface Libheif {
    readonly HeifDecoder: new () => { decode(file: Uint8Array): HeifImage[] };
  }
  /** Compiles at once, so in a worker only. */
  export default function libheif(options: { readonly wasmBinary: ArrayBuffer }): Libheif;
}
