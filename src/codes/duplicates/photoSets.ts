const NONE = 0xffffffff;

/**
 * Disjoint sets of photos (union-find; Tarjan, "Efficiency of a Good But Not Linear Set Union Algorithm", JACM 1975): joined by size, with
 * paths halved. Members of a set form a ring, so that a set can be listed, and taken apart, in its own size.
 */
export class PhotoSets {
  /** By photo, and `NONE` of one that is in no set. Numbers are dense, so 12 bytes a photo. */
  #parent = new Uint32Array(64).fill(NONE);
  #size = new Uint32Array(64);
  #next = new Uint32Array(64);

  /** A set of its own. */
  add(photo: number): void {
    if (photo >= this.#parent.length) this.#grow(photo);
    this.#parent[photo] = photo;
    this.#size[photo] = 1;
    this.#next[photo] = photo;
  }

  areTogether(a: number, b: number): boolean {
    return this.#root(a) === this.#root(b);
  }

  join(a: number, b: number): void {
    let larger = this.#root(a);
    let smaller = this.#root(b);
    if (larger === smaller) return;
    if (this.#size[larger]! < this.#size[smaller]!) [larger, smaller] = [smaller, larger];
    this.#parent[smaller] = larger;
    this.#size[larger] = this.#size[larger]! + this.#size[smaller]!;
    const afterLarger = this.#next[larger]!;
    this.#next[larger] = this.#next[smaller]!;
    this.#next[smaller] = afterLarger;
  }

  /** Makes each member of the photo's set a set of its own; returns them, the photo too. */
  takeApart(photo: number): number[] {
    const members = this.#members(photo);
    for (const member of members) this.add(member);
    return members;
  }

  /** Forgets a photo that is a set of its own. */
  remove(photo: number): void {
    this.#parent[photo] = NONE;
  }

  /** Sets of two and more. */
  *groups(): IterableIterator<number[]> {
    for (let photo = 0; photo < this.#parent.length; photo++)
      if (this.#parent[photo] === photo && this.#size[photo]! > 1) yield this.#members(photo);
  }

  #grow(photo: number): void {
    const length = Math.max(photo + 1, this.#parent.length * 2);
    const larger = (of: Uint32Array, blank: number) => {
      const values = new Uint32Array(length).fill(blank, of.length);
      values.set(of);
      return values;
    };
    this.#parent = larger(this.#parent, NONE);
    this.#size = larger(this.#size, 0);
    this.#next = larger(this.#next, 0);
  }

  #members(photo: number): number[] {
    const members = [photo];
    for (let at = this.#next[photo]!; at !== photo; at = this.#next[at]!) members.push(at);
    return members;
  }

  #root(photo: number): number {
    let at = photo;
    for (;;) {
      const parent = this.#parent[at]!;
      if (parent === at) return at;
      const above = this.#parent[parent]!;
      this.#parent[at] = above;
      at = above;
    }
  }
}
