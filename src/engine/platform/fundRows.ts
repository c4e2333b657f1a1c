import { FUND_KINDS } from "#src/domain/leverageRules.ts";
import { tableNumbers, tableTexts } from "#src/domain/tableReader.ts";
import { currentRows, currentSources } from "#src/domain/tableRows.ts";
import { epochDay } from "#src/domain/units.ts";
import type { Fund } from "#src/metrics/leverage/fundsInForce.ts";

import type { Held } from "#src/engine/held.ts";
import type { FundLine } from "#src/engine/protocol.ts";
import { valueOf } from "#src/engine/storeFault.ts";

export type FundRow = Fund & Pick<FundLine, "note" | "importId">;

/** The rows in force of the funds dataset, of all days, in the order in which they first appeared; none without it. */
export async function fundRows(held: Held): Promise<readonly FundRow[]> {
  const stored = valueOf(await held.readTables("funds"));
  const rows = currentRows("funds", stored);
  const days = tableNumbers("funds", rows, "as_of");
  const amounts = tableNumbers("funds", rows, "amount");
  const related = tableNumbers("funds", rows, "related");
  const kinds = tableTexts("funds", rows, "kind");
  const relations = tableTexts("funds", rows, "relation");
  const mainBusinesses = tableTexts("funds", rows, "main_business");
  const notes = tableTexts("funds", rows, "note");
  return currentSources("funds", stored).map(({ importId }, row): FundRow => {
    const kindName = kinds[row]!;
    return {
      asOf: epochDay(days[row]!),
      kind: FUND_KINDS.find((kind) => kind === kindName) ?? null,
      kindName,
      amount: amounts[row]!,
      relation: relations[row]!,
      mainBusiness: mainBusinesses[row]!,
      related: Number.isNaN(related[row]!) ? null : related[row] === 1,
      note: notes[row]!,
      importId,
    };
  });
}
