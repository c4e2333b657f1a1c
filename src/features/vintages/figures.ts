import type { Format } from "#src/ui/format.ts";

import type { VintageWords } from "./strings.ts";

export interface Spoken {
  readonly words: VintageWords;
  readonly format: Format;
}

/** A share of what was lent: small ones need their second decimal. */
export function shareText(share: number | null, format: Format): string {
  return format.percent(share, share !== null && Math.abs(share) >= 0.1 ? 1 : 2);
}

/** A month on book as columns and axes name it. */
export function bookMonth(age: number, format: Format): string {
  return format.age(age, "month");
}

export function productName(product: string | undefined, words: VintageWords): string {
  if (product === undefined) return words.allProducts;
  return product === "" ? words.noProduct : product;
}
