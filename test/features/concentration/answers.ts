import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type { ConcentrationGroup, ConcentrationResult } from "#src/engine/protocol.ts";
import { concentrationOf, lorenzCurve } from "#src/metrics/concentration.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

function groupOf(name: string | null, balances: readonly number[]): ConcentrationGroup {
  return { name, ...concentrationOf(Float64Array.from(balances)) };
}

const BALANCES = [100_000, 200_000, 300_000, 400_000];

/** Four lenders who hold ¥1,000 to ¥4,000. */
export const CONCENTRATION: ConcentrationResult = {
  basis: { asOf: AS_OF, dataVersion: 1, sourceRows: 40, rejectedRows: 0, switches: DEFAULT_SETTINGS },
  total: groupOf(null, BALANCES),
  byChannel: [groupOf("app", [200_000, 400_000]), groupOf("", [100_000, 300_000])],
  byProduct: null,
  lorenz: lorenzCurve(Float64Array.from(BALANCES)),
};

export const WITH_PRODUCTS: ConcentrationResult = {
  ...CONCENTRATION,
  byProduct: [groupOf("P30", [300_000, 400_000]), groupOf("P90", [100_000, 200_000])],
};

export const NOBODY: ConcentrationResult = {
  ...CONCENTRATION,
  total: groupOf(null, []),
  byChannel: [],
  lorenz: [],
};
