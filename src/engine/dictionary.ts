/** Names and their codes; appended to, never changed. */
export class Dictionary {
  readonly #names: string[];
  readonly #codes = new Map<string, number>();

  constructor(names: readonly string[]) {
    this.#names = [...names];
    this.#names.forEach((name, code) => this.#codes.set(name, code));
  }

  get names(): readonly string[] {
    return this.#names;
  }

  get size(): number {
    return this.#names.length;
  }

  /** The code of a name, made when it is new. */
  take(name: string): number {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    const code = this.#names.length;
    this.#names.push(name);
    this.#codes.set(name, code);
    return code;
  }

  find(name: string): number | undefined {
    return this.#codes.get(name);
  }

  name(code: number): string {
    const name = this.#names[code];
    if (name === undefined) throw new Error(`no name has code ${code}`);
    return name;
  }

  /** Forgets the names from `size` on: those of an import that came to nothing. */
  truncate(size: number): void {
    for (const name of this.#names.splice(size)) this.#codes.delete(name);
  }
}
