import type { ProfitFigures } from "#src/engine/protocol.ts";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ScrollTable } from "#src/ui/ScrollTable.tsx";

import { yieldLines, type YieldLine } from "./detailModel.ts";
import { rateText } from "./figures.ts";
import { strings } from "./strings.ts";

const COLUMNS = ["income", "risk", "marketing", "funding", "net"] as const;

const CELL = "px-2 py-1.5 first:pl-0 last:pr-0";

/** The parts of profit by each of the three measures of the money that they took. */
export function YieldTable({ figures }: { readonly figures: ProfitFigures }) {
  const words = useStrings(strings);
  const headers = {
    income: words.income,
    risk: words.risk,
    marketing: words.parts.marketing,
    funding: words.parts.funding,
    net: words.net,
  };
  return (
    <section>
      <h3 className="pb-1 text-label font-medium text-ink-2">{words.yields}</h3>
      <ScrollTable name={words.yields}>
        <table className="w-full text-right whitespace-nowrap">
          <caption className="sr-only">{words.yields}</caption>
          <thead className="text-label text-ink-2">
            <tr className="border-b border-line">
              <th scope="col" className={classes(CELL, "text-left font-medium")}>
                {words.dividedBy}
              </th>
              {COLUMNS.map((id) => (
                <th key={id} scope="col" className={classes(CELL, "font-medium")}>
                  {headers[id]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {yieldLines(figures).map((line) => (
              <YieldRow key={line.id} line={line} />
            ))}
          </tbody>
        </table>
      </ScrollTable>
    </section>
  );
}

function YieldRow({ line }: { readonly line: YieldLine }) {
  const words = useStrings(strings);
  const format = useFormat();
  const amount = format.money(line.denominator);
  const inFull = format.moneyExact(line.denominator);
  return (
    <tr className="border-b border-line last:border-0">
      <th
        scope="row"
        title={words.hintInFull(words.denominatorHints[line.id], inFull)}
        className={classes(CELL, "text-left font-medium")}
      >
        {words.denominators[line.id]}
        <span className="block text-micro font-regular text-ink-3">
          {line.id === "disbursed" ? amount : words.moneyYears(amount)}
        </span>
      </th>
      {COLUMNS.map((id) => (
        <td key={id} className={classes(CELL, id === "net" && "font-strong", (line[id] ?? 0) < 0 && "text-bad")}>
          {rateText(line[id], format)}
        </td>
      ))}
    </tr>
  );
}
