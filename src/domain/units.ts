declare const unit: unique symbol;

/** Whole minor units of the platform's one currency (fen); exact below 2^53. */
export type MinorUnits = number & { readonly [unit]: "MinorUnits" };

/** Days since 1970-01-01 in the platform's reporting zone. */
export type EpochDay = number & { readonly [unit]: "EpochDay" };

/** Parts per million: 18 % is 180000. */
export type PartsPerMillion = number & { readonly [unit]: "PartsPerMillion" };

/**
 * @throws RangeError when the number is not a whole number that arithmetic keeps exact
 */
export function minorUnits(value: number): MinorUnits {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole minor units: ${value}`);
  // A unit is made here.
  return value as MinorUnits;
}

/**
 * @throws RangeError when the number is not whole
 */
export function epochDay(value: number): EpochDay {
  if (!Number.isInteger(value)) throw new RangeError(`not a day: ${value}`);
  // A unit is made here.
  return value as EpochDay;
}

/**
 * @throws RangeError when the number is not whole
 */
export function partsPerMillion(value: number): PartsPerMillion {
  if (!Number.isInteger(value)) throw new RangeError(`not parts per million: ${value}`);
  // A unit is made here.
  return value as PartsPerMillion;
}
