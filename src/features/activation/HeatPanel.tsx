import { useMemo } from "react";

import type { ActivationResult } from "#src/engine/protocol.ts";
import { Card } from "#src/ui/Card.tsx";
import { HeatTable } from "#src/ui/HeatTable.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { sourced } from "./activationInfo.ts";
import { heatModels, highestScore } from "./heatModel.ts";
import { strings } from "./strings.ts";

/** The score of every rule, a table for each action. */
export function HeatPanel({ result }: { readonly result: ActivationResult }) {
  const words = useStrings(strings);
  const format = useFormat();
  const models = useMemo(() => heatModels(result, { words, format }), [result, words, format]);
  const max = highestScore(result);
  return (
    <Card
      title={words.heats}
      subtitle={words.sentences.heat}
      info={sourced(result, {
        name: words.heats,
        sentence: words.sentences.heat,
        formula: words.formulas.score,
        rule: "MN4",
      })}
    >
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(480px,100%),1fr))] gap-x-6 gap-y-5">
        {models.map(({ action, columns, rows }) => (
          <section key={action} className="min-w-0">
            <h3 className="pb-1 font-strong">{words.actionNames[action]}</h3>
            <HeatTable
              name={words.heat(words.actionNames[action])}
              rowHeader={words.window}
              sizeHeader={words.did}
              columns={columns}
              rows={rows}
              max={max}
            />
          </section>
        ))}
      </div>
    </Card>
  );
}
