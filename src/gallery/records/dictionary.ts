/** Texts that many photos share, such as folders, by a small number. */
export class Dictionary {
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** By number. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** The text's number, a new one where it was not there. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  /** The text's number; null where it was never entered. */
  find(text: string): number | null {
    return this.#numbers.get(text) ?? null;
  }

  text(number: number): string {
    return this.#texts[number] ?? '';
  }
}
