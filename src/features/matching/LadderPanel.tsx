import { useMemo } from "react";

import { isoDay } from "#src/domain/calendar.ts";
import type { MatchingResult } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import type { LegendItem } from "#src/ui/Legend.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";

import { isLadderEmpty, ladderModel, type LadderModel } from "./ladderModel.ts";
import { ladderHeightPx, ladderOption, type LadderSpoken } from "./ladderOption.ts";
import { knownTerms, ladderSentence } from "./ladderSentence.ts";
import { ladderStrings, type LadderWords } from "./ladderStrings.ts";
import { ladderTable } from "./ladderTable.ts";
import { matchInfo } from "./matchInfo.ts";
import { LADDER_SIDES, leadingSides, useLadderLeads } from "./useLadderLeads.ts";
import { useMatchLeads } from "./useMatchLeads.ts";

export interface LadderPanelProps {
  readonly result: MatchingResult;
}

/** Whether lenders fall due before borrowers pay. */
export function LadderPanel({ result }: LadderPanelProps) {
  const words = useStrings(ladderStrings);
  const model = useMemo(() => ladderModel(result), [result]);
  if (isLadderEmpty(model)) return <PanelEmpty title={words.ladder} message={words.empty} hint={words.emptyHint} />;
  return <Ladder result={result} model={model} />;
}

interface LadderProps extends LadderPanelProps {
  readonly model: LadderModel;
}

function Ladder({ result, model }: LadderProps) {
  const words = useStrings(ladderStrings);
  const format = useFormat();
  const { showLoans } = useMatchLeads(result);
  const option = useMemo(() => ladderOption(model, { words, format }), [model, words, format]);
  const sentence = ladderSentence(model, result, { words, format });
  const subtitle = words.subtitle(format.day(result.basis.asOf));
  const name = words.chartName(sentence);
  const day = result.snapshotDay ?? result.basis.asOf;
  const leadOf = useLadderLeads(model, result);
  const sides = leadingSides(model);

  return (
    <ChartCard
      title={words.ladder}
      subtitle={sides === null ? subtitle : words.leads[sides](subtitle)}
      legend={legendOf(words)}
      info={matchInfo(result.basis, {
        name: words.ladder,
        sentence: words.sentence,
        formula: words.formula,
        inputs: inputsOf(result, { words, format }),
        rule: "MT4 · MT5",
      })}
      actions={
        result.hasLoans ? (
          <Button size="sm" onClick={() => showLoans({ subtitle: words.loansOfAll })}>
            {words.seeLoans}
          </Button>
        ) : undefined
      }
      footer={
        <div className="flex max-w-prose flex-col gap-1">
          <p className="font-label text-ink">{sentence}</p>
          <p className="text-label text-ink-3">{words.joined(knownTerms(result, { words, format }))}</p>
        </div>
      }
      name={sides === null ? name : words.chartLeads[sides](name)}
      option={option}
      heightPx={ladderHeightPx(model)}
      table={ladderTable(model, words)}
      fileName={day === null ? "term-ladder" : `term-ladder_${isoDay(day)}`}
      onPointClick={({ dataIndex, seriesId, byKey = false }) => {
        const asked = byKey ? LADDER_SIDES : LADDER_SIDES.filter((side) => side === seriesId);
        asked
          .map((side) => leadOf(dataIndex, side))
          .find((lead) => lead !== undefined)
          ?.open();
      }}
      cellLead={leadOf}
    />
  );
}

function legendOf(words: LadderWords): readonly LegendItem[] {
  return [
    { name: words.lenders, mark: "square", tone: "outstandingFill" },
    { name: words.borrowers, mark: "square", tone: "ramp2" },
    { name: words.cumulative, mark: "square", tone: "volume" },
  ];
}

function inputsOf({ overdue, undated, hasLoans }: MatchingResult, { words, format }: LadderSpoken) {
  return [
    { name: `${words.overdue}, ${words.lenders}`, value: format.money(overdue.lenders) },
    { name: `${words.overdue}, ${words.borrowers}`, value: format.money(hasLoans ? overdue.borrowers : null) },
    { name: words.undated, value: format.money(undated) },
  ];
}
