/**
 * Disjoint sets of photos (union-find; Tarjan, "Efficiency of a Good But Not Linear Set Union Algorithm", JACM 1975): joined by size, with
 * paths halved. Members of a set form a ring, so that a set can be listed, and taken apart, in its own size.
 */
export class PhotoSets {
  readonly #parent = new Map<number, number>();
  readonly #size = new Map<number, number>();
  readonly #next = new Map<number, number>();

  /** A set of its own. */
  add(photo: number): void {
    this.#parent.set(photo, photo);
    this.#size.set(photo, 1);
    this.#next.set(photo, photo);
  }

  join(a: number, b: number): void {
    let larger = this.#root(a);
    let smaller = this.#root(b);
    if (larger === smaller) return;
    if (this.#size.get(larger)! < this.#size.get(smaller)!) [larger, smaller] = [smaller, larger];
    this.#parent.set(smaller, larger);
    this.#size.set(larger, this.#size.get(larger)! + this.#size.get(smaller)!);
    const afterLarger = this.#next.get(larger)!;
    this.#next.set(larger, this.#next.get(smaller)!);
    this.#next.set(smaller, afterLarger);
  }

  /** Makes each member of the photo's set a set of its own; returns them, the photo too. */
  takeApart(photo: number): number[] {
    const members = this.#members(photo);
    for (const member of members) this.add(member);
    return members;
  }

  /** Forgets a photo that is a set of its own. */
  remove(photo: number): void {
    this.#parent.delete(photo);
    this.#size.delete(photo);
    this.#next.delete(photo);
  }

  /** Sets of two and more. */
  *groups(): IterableIterator<number[]> {
    for (const [photo, parent] of this.#parent)
      if (photo === parent && this.#size.get(photo)! > 1) yield this.#members(photo);
  }

  #members(photo: number): number[] {
    const members = [photo];
    for (let at = this.#next.get(photo)!; at !== photo; at = this.#next.get(at)!) members.push(at);
    return members;
  }

  #root(photo: number): number {
    let at = photo;
    for (;;) {
      const parent = this.#parent.get(at)!;
      if (parent === at) return at;
      const above = this.#parent.get(parent)!;
      this.#parent.set(at, above);
      at = above;
    }
  }
}
