import { BALANCE_SIGN, EVENT_TYPES } from "#src/domain/eventTypes.ts";
import type { Filter, RowsWhere } from "#src/engine/protocol.ts";

/**
 * The rows that make up what is held of a product. On this screen the filter's products are those of the first lend,
 * in a list of rows those of the rows: null where the filter names several, which a list cannot ask for.
 */
export function productRows(product: string, filter: Filter): RowsWhere | null {
  const [first, ...others] = filter.products;
  if (others.length > 0) return null;
  return {
    types: EVENT_TYPES.filter((_, code) => BALANCE_SIGN[code] !== 0),
    filter: { ...filter, products: [product] },
    ...(first === undefined ? {} : { firstProduct: first }),
  };
}
