import { NOTHING, withSign } from "./signs.ts";
import type { MoneyUnits } from "./signs.ts";

/** One unit for a group of figures that are read together. */
export interface MoneyScale {
  readonly divisorFen: number;
  readonly suffix: string;
  readonly digits: number;
}

interface MoneyOptions {
  /** From `scaleFor`, so that siblings share a unit; the figure's own when left out. */
  readonly scale?: MoneyScale | undefined;
  /** Write the plus of a positive figure. */
  readonly sign?: boolean | undefined;
}

export interface MoneyFormat {
  money(fen: number | null, options?: MoneyOptions): string;
  /** To the fen. */
  moneyExact(fen: number | null, options?: { readonly sign?: boolean | undefined }): string;
  /** @param maxFen  the largest figure of the group, whatever its sign */
  scaleFor(maxFen: number | null): MoneyScale;
  /** A tick of an axis: no decimals that are zero. */
  axisMoney(fen: number, scale: MoneyScale): string;
}

/** A unit is taken where the smaller one, rounded, would reach it. */
interface Step extends MoneyScale {
  readonly leastYuan: number;
}

const YUAN = 100;

const STEPS: Readonly<Record<MoneyUnits, readonly Step[]>> = {
  western: [
    { divisorFen: 1e9 * YUAN, suffix: "B", digits: 2, leastYuan: 999_995_000 },
    { divisorFen: 1e6 * YUAN, suffix: "M", digits: 2, leastYuan: 999_950 },
    { divisorFen: 1e3 * YUAN, suffix: "K", digits: 1, leastYuan: 9999.5 },
  ],
  chinese: [
    { divisorFen: 1e8 * YUAN, suffix: "亿", digits: 2, leastYuan: 99_999_500 },
    { divisorFen: 1e4 * YUAN, suffix: "万", digits: 1, leastYuan: 999_950 },
    { divisorFen: 1e4 * YUAN, suffix: "万", digits: 2, leastYuan: 9999.5 },
  ],
};

const WHOLE_YUAN: MoneyScale = { divisorFen: YUAN, suffix: "", digits: 0 };
const FEN: MoneyScale = { divisorFen: YUAN, suffix: "", digits: 2 };

function numberFormat(locale: string, least: number, most: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: "always",
  });
}

/** Four digits before 万 or M stand without a comma. */
function unitFormat(locale: string, least: number, most: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: "min2",
  });
}

export function createMoneyFormat(locale: string, units: MoneyUnits): MoneyFormat {
  const byDigits = [0, 1, 2].map((digits) => numberFormat(locale, digits, digits));
  const inUnits = [0, 1, 2].map((digits) => unitFormat(locale, digits, digits));
  const shortest = unitFormat(locale, 0, 2);

  function scaleFor(maxFen: number | null): MoneyScale {
    const size = Math.abs(maxFen ?? 0);
    for (const { leastYuan, ...scale } of STEPS[units]) {
      if (size >= leastYuan * YUAN) return scale;
    }
    return size >= 999.995 * YUAN ? WHOLE_YUAN : FEN;
  }

  function money(fen: number | null, { scale, sign = false }: MoneyOptions = {}): string {
    if (fen === null || !Number.isFinite(fen)) return NOTHING;
    if (fen === 0) return "¥0";
    const { divisorFen, suffix, digits } = scale ?? scaleFor(fen);
    const figure = ((suffix === "" ? byDigits : inUnits)[digits] ?? shortest).format(Math.abs(fen) / divisorFen);
    return withSign(`¥${figure}${suffix}`, fen, sign);
  }

  function moneyExact(fen: number | null, { sign = false }: { readonly sign?: boolean | undefined } = {}): string {
    if (fen === null || !Number.isFinite(fen)) return NOTHING;
    // Averages are fractions of a fen.
    const size = Math.round(Math.abs(fen));
    const yuan = byDigits[0]!.format(Math.trunc(size / YUAN));
    return withSign(`¥${yuan}.${String(size % YUAN).padStart(2, "0")}`, fen, sign);
  }

  function axisMoney(fen: number, scale: MoneyScale): string {
    if (fen === 0) return "¥0";
    return withSign(`¥${shortest.format(Math.abs(fen) / scale.divisorFen)}${scale.suffix}`, fen, false);
  }

  return { money, moneyExact, scaleFor, axisMoney };
}
