/** A box of an ISO base media file (ISO/IEC 14496-12, section 4.2). */
export interface IsoBox {
  readonly type: string;
  /** Without the head. */
  readonly body: Uint8Array;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function asciiText(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}

/** The boxes that lie one after the other; what is cut short or damaged ends the list. */
export function isoBoxes(bytes: Uint8Array): IsoBox[] {
  const view = viewOf(bytes);
  const boxes: IsoBox[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const short = view.getUint32(at);
    const long = short === 1 && at + 16 <= bytes.length;
    // 0: up to the end.
    const size = long ? Number(view.getBigUint64(at + 8)) : short === 0 ? bytes.length - at : short;
    const head = long ? 16 : 8;
    if (size < head || at + size > bytes.length) break;
    boxes.push({ type: asciiText(bytes, at + 4, 4), body: bytes.subarray(at + head, at + size) });
    at += size;
  }
  return boxes;
}

/** The contents of the first box of that type; empty where there is none. */
export function contentsOf(boxes: readonly IsoBox[], type: string): Uint8Array {
  return boxes.find((box) => box.type === type)?.body ?? new Uint8Array(0);
}
