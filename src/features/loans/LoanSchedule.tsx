import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Download } from "lucide-react";
import { useEffect, useRef } from "react";

import type { CreditRules, LoanRow, LoanScheduleResult } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { downloadCsv } from "#src/ui/csv.ts";
import { FactList } from "#src/ui/FactList.tsx";
import type { Format } from "#src/ui/format.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { loanStatusName } from "#src/ui/loanStatusNames.ts";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";
import { RevealButton } from "#src/ui/RevealButton.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";
import { TwinTable } from "#src/ui/TwinTable.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { scheduleQuery } from "./queries.ts";
import { scheduleTable, standing } from "./scheduleTable.ts";
import { strings, type LoanWords } from "./strings.ts";

const PENDING_PX = 480;

export interface LoanScheduleProps {
  readonly loanId: string;
  readonly rules: CreditRules;
  readonly onBack: () => void;
}

/** One loan's instalments: what the contract has due, and what the file says has become of it. */
export function LoanSchedule({ loanId, rules, onBack }: LoanScheduleProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const query = useQuery(scheduleQuery(methods, { loanId, rules }, revision));
  const back = useRef<HTMLButtonElement>(null);
  // The row that was chosen has gone, and the focus with it.
  useEffect(() => back.current?.focus(), []);
  const table = query.data && scheduleTable(loanId, query.data.instalments, format);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <Button ref={back} onClick={onBack} icon={<ArrowLeft size={14} aria-hidden />}>
          {words.back}
        </Button>
        {table && query.data?.loan && (
          <>
            <RevealButton of="borrowers" />
            <Button onClick={() => downloadCsv(`schedule_${loanId}`, table)} icon={<Download size={14} aria-hidden />}>
              {words.download}
            </Button>
          </>
        )}
      </div>
      {query.isPending && <PanelPending heightPx={PENDING_PX} />}
      {query.isError && <PanelFailed error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.loan === null && <PanelEmpty message={words.gone(loanId)} />}
      {table && query.data?.loan && <Shown loan={query.data.loan} result={query.data} table={table} />}
    </div>
  );
}

interface ShownProps {
  readonly loan: LoanRow;
  readonly result: LoanScheduleResult;
  readonly table: TableModel;
}

function Shown({ loan, result, table }: ShownProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const borrowerText = useLenderText();
  return (
    <>
      <h3 className="text-page font-title">{table.caption}</h3>
      <FactList name={words.loanFacts} facts={factsOf(loan, { words, format, borrowerText })} />
      <p className="text-ink-2">{standing(result, format)}</p>
      <TwinTable model={table} />
      <p className="text-label text-ink-3">{words.actualHint}</p>
    </>
  );
}

interface FactsSpoken {
  readonly words: LoanWords;
  readonly format: Format;
  readonly borrowerText: (id: string) => string;
}

function factsOf(loan: LoanRow, { words, format, borrowerText }: FactsSpoken) {
  const { columns } = words;
  const money = (id: "principal" | "profit" | "bad" | "owed") => ({
    id,
    name: columns[id],
    value: format.moneyExact(loan[id]),
  });
  return [
    { id: "product", name: columns.product, value: loan.product || words.none },
    { id: "disbursedOn", name: columns.disbursedOn, value: format.day(loan.disbursedOn) },
    money("principal"),
    { id: "rate", name: columns.rate, value: format.percent(loan.rate, 2) },
    { id: "periods", name: columns.periods, value: format.count(loan.periods) },
    { id: "method", name: columns.method, value: words.methods[loan.method] },
    money("owed"),
    money("bad"),
    money("profit"),
    ...(loan.overdueDays === null
      ? []
      : [{ id: "overdueDays", name: columns.overdueDays, value: format.days(loan.overdueDays) }]),
    ...(loan.status === ""
      ? []
      : [{ id: "status", name: columns.status, value: loanStatusName(loan.status, format.language) }]),
    ...(loan.borrower === "" ? [] : [{ id: "borrower", name: columns.borrower, value: borrowerText(loan.borrower) }]),
  ];
}
