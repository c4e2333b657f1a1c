export const fenOfYuan = (yuan) => yuan * 100;

/** Always two decimals, no grouping. */
export function yuanText(fen) {
  const yuan = Math.floor(fen / 100);
  return `${yuan}.${String(fen % 100).padStart(2, "0")}`;
}

/** fen × multiplier ÷ divisor, rounded half up once; the product may pass 2^53. */
export function mulDiv(fen, multiplier, divisor) {
  const wide = BigInt(divisor);
  return Number((BigInt(fen) * BigInt(multiplier) * 2n + wide) / (wide * 2n));
}

export const permilleOf = (fen, permille) => mulDiv(fen, permille, 1000);

export const interestFen = (fen, annualPpm, days) => mulDiv(fen, annualPpm * days, 365_000_000);

export const downToHundredYuan = (fen) => fen - (fen % 10_000);

export const upToHundredYuan = (fen) => downToHundredYuan(fen + 9_999);
