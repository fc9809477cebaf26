/** Numbers of any count of bits one after the other, lowest bit first: FAISS's `BitstringWriter` (faiss/utils/hamming.h). */
export class BitWriter {
  readonly bytes: Uint8Array;
  #bit = 0;

  constructor(bits: number) {
    this.bytes = new Uint8Array(Math.ceil(bits / 8));
  }

  /** @param value less than 2 to the power of `bits`, at most 32 */
  write(value: number, bits: number): void {
    for (let left = bits, rest = value; left > 0; ) {
      const place = this.#bit % 8;
      const taken = Math.min(left, 8 - place);
      this.bytes[Math.floor(this.#bit / 8)]! |= (rest & ((1 << taken) - 1)) << place;
      rest >>>= taken;
      left -= taken;
      this.#bit += taken;
    }
  }
}
