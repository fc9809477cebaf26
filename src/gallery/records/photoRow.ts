/** What a person's words on a photo change in its codes. */
export interface Recoded {
  /** Of the network that said so; codes of another one stay as they are. */
  readonly version: string;
  /**
   * Place and bits, in turns: the bits to be turned in the word at that place, where the semantic codes of 16, 32, 48 and 64 bits and
   * then the category-aware codes lie one after the other. // (2n,)
   */
  readonly flips: Uint32Array;
}

/** What lists, filters and searches need of a photo. C categories, W words a category code. */
export interface PhotoRow {
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly id: string;
  /** Of the path that was indexed first. */
  readonly name: string;
  readonly path: string;
  /** Bytes of the file. */
  readonly size: number;
  /** The file's own time and the time of indexing, milliseconds since 1970. */
  readonly lastModified: number;
  readonly addedAt: number;
  /** When it was taken by its EXIF block, milliseconds since 1970; absent where the block does not say. */
  readonly takenAt?: number;
  /** Minutes that the clock of the camera was ahead of UTC. Without it the camera's clock is taken for this computer's. */
  readonly takenOffset?: number;
  /** Make and model. */
  readonly camera?: string;
  /** Where it was taken, in degrees; only kept where a person wished it. */
  readonly place?: { readonly latitude: number; readonly longitude: number };
  /** Pixels of the upright photo. */
  readonly width: number;
  readonly height: number;
  /** Of the pipeline that made what follows. */
  readonly version: string;
  /** The engine that ran it; absent in rows from before that was recorded. */
  readonly engine?: 'webgpu' | 'wasm';
  /** Calibrated P_c. // (C,), 0..1 */
  readonly probabilities: Float32Array;
  /** Packed semantic codes by their length in bits. // (bits / 32 rounded up,) */
  readonly semanticCodes: {
    readonly 16: Uint32Array;
    readonly 32: Uint32Array;
    readonly 48: Uint32Array;
    readonly 64: Uint32Array;
  };
  /** // (C · W,) */
  readonly categoryCodes: Uint32Array;
  /** What the photo looks like, 128 bits, and what each category's winning region does, 64 bits each. Rows of older versions lack them. */
  readonly appearance?: Uint32Array;
  /** // (C · 2,) */
  readonly regionAppearance?: Uint32Array;
  /** Perceptual hash for near duplicates. // (2,) */
  readonly fingerprint: Uint32Array;
  /** Only of photos that came with an imported index without their pictures: there is no row in `thumbnails`. */
  readonly picture?: 'none';
  /** A person's corrections of what the heads found, by the category's name, so that they survive a new vocabulary. */
  readonly corrections: Readonly<Record<string, 'present' | 'absent'>>;
  /** What these change in the codes above, which stay the network's own; absent until it is known, and where it is nothing. */
  readonly recoded?: Recoded;
  readonly favourite?: true;
}

/** The proposals of a photo: the strongest and every winner. M boxes kept. */
export interface AnalysisRow {
  readonly id: string;
  /** Shares of the photo. // (M, 4), x0 y0 x1 y1, 0..1 */
  readonly boxes: Float32Array;
  /** // (M,) */
  readonly objectness: Float32Array;
  /** Probability · 255, rounded. // (M, C) */
  readonly proposalProbabilities: Uint8Array;
  /** // (C,), index into the kept boxes */
  readonly winners: Int32Array;
  /** Calibrated P_c as they were computed; segments have them as bytes. Absent in rows of before there were segments. // (C,) */
  readonly probabilities?: Float32Array;
}

export interface ThumbnailRow {
  readonly id: string;
  /** MIME type. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** A larger picture of a photo, for people's eyes. */
export interface PreviewRow extends ThumbnailRow {
  /** Length of `bytes`, so that their sum can be read from an index. */
  readonly size: number;
}

/** A path at which a photo's file was seen. */
export interface FileRow {
  readonly path: string;
  readonly size: number;
  readonly lastModified: number;
  /** The photo that it holds. */
  readonly id: string;
}
