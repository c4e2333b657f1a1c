import { useCallback } from "react";

import type { Basis, LossLine } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Mark } from "#src/ui/Legend.tsx";
import { Money } from "#src/ui/Money.tsx";
import { ScrollTable } from "#src/ui/ScrollTable.tsx";

import { sourced } from "./leverageInfo.ts";
import { lossName, lossTable, PAYER_COLUMNS, worstSentence } from "./lossModel.ts";
import { lossOption } from "./lossOption.ts";
import { strings } from "./strings.ts";

const HEIGHT_PX = 190;

export interface LossPanelProps {
  /** From the smallest; must keep their identity between renders. */
  readonly losses: readonly LossLine[];
  readonly basis: Basis;
}

/** Losses of outstanding against backing, drawn and in figures. */
export function LossPanel({ losses, basis }: LossPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const option = useCallback(
    (tokens: ChartTokens) => lossOption(losses, { words, format }, tokens),
    [losses, words, format],
  );
  return (
    <ChartCard
      title={words.losses}
      subtitle={worstSentence(losses, { words, format }) ?? words.lossesSubtitle}
      info={sourced(basis, {
        name: words.losses,
        sentence: words.lossesSentence,
        formula: words.lossesFormula,
        rule: "LV9",
      })}
      name={words.lossesName(format.list(losses.map((line) => lossName(line, format))))}
      option={option}
      heightPx={HEIGHT_PX}
      table={lossTable(losses, { words, format })}
      fileName="losses"
      footer={<LossTable losses={losses} />}
    />
  );
}

/** Its heads are the legend of the bars above. */
function LossTable({ losses }: Pick<LossPanelProps, "losses">) {
  const words = useStrings(strings);
  const format = useFormat();
  const scale = format.scaleFor(Math.max(0, ...losses.map(({ loss }) => loss)));
  return (
    <ScrollTable name={words.losses}>
      <table className="w-full text-right whitespace-nowrap text-ink">
        <thead className="text-label text-ink-2">
          <tr>
            <th scope="col" className="py-1 pr-3 text-left font-medium">
              {words.loss}
            </th>
            <th scope="col" className="px-2 py-1 font-medium">
              {words.lossAmount}
            </th>
            {PAYER_COLUMNS.map(({ id, tone }) => (
              <th key={id} scope="col" className="px-2 py-1 font-medium last:pr-0">
                <span className="inline-flex items-center gap-1.5">
                  <Mark mark="square" tone={tone} />
                  {words.payers[id]}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {losses.map((line) => (
            <tr key={line.lossPpm} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-3 text-left font-medium">
                {lossName(line, format)}
              </th>
              <td className="px-2 py-1.5">
                <Money fen={line.loss} scale={scale} />
              </td>
              {PAYER_COLUMNS.map(({ id }) => (
                <td
                  key={id}
                  className={classes(
                    "px-2 py-1.5 last:pr-0",
                    id === "lenders" && line.lenders > 0 ? "font-strong" : "text-ink-2",
                  )}
                >
                  <Money fen={line[id]} scale={scale} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  );
}
