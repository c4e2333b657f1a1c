import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Download, Plus } from "lucide-react";
import { useState } from "react";

import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { Basis, FundLine, LeverageFigures, LeverageRules } from "#src/engine/protocol.ts";
import { Button, buttonClass } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { downloadCsv } from "#src/ui/csv.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { HeldRowDialog, RemoveRowDialog } from "#src/ui/RemoveRowDialog.tsx";
import { useEngine } from "#src/view/engine.tsx";
import type { MadeEntries } from "#src/view/useMadeEntries.ts";

import { FundDialog, type FundDialogProps } from "./FundDialog.tsx";
import { besideFund, fundFile } from "./fundEntry.ts";
import { FundsTable } from "./FundsTable.tsx";
import { fundStrings } from "./fundStrings.ts";
import { fundName, fundsFile } from "./fundText.ts";
import { sourced } from "./leverageInfo.ts";
import { fundsQuery } from "./queries.ts";

const PENDING_PX = 320;

export interface FundsPanelProps {
  readonly now: LeverageFigures;
  readonly basis: Basis;
  readonly rules: LeverageRules;
  readonly entries: MadeEntries;
}

/** Every fund in force on the last day of data; those entered by hand can be changed here. */
export function FundsPanel({ now, basis, rules, entries }: FundsPanelProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(fundStrings);
  const format = useFormat();
  const [asked, setAsked] = useState<Asked>();
  const query = useQuery(fundsQuery(methods, { day: now.day, rules }, revision));
  if (query.isPending) return <PanelPending title={words.title} heightPx={PENDING_PX} />;
  if (query.isError) {
    return <PanelFailed title={words.title} error={query.error} onRetry={() => void query.refetch()} />;
  }
  const { funds } = query.data;
  const shown = {
    funds,
    figures: now,
    rules,
    fileOf: (importId: number) => entries.importOf(importId)?.fileName,
  };
  return (
    <Card
      title={words.title}
      subtitle={words.subtitle}
      padded={false}
      info={sourced(basis, { name: words.title, sentence: words.sentence, rule: "LV6" })}
      actions={
        <>
          <Button
            size="sm"
            title={words.csvHint}
            icon={<Download size={14} aria-hidden />}
            onClick={() => downloadCsv("funds-in-force", fundsFile(shown, { words, format }))}
          >
            {words.csv}
          </Button>
          <Button size="sm" icon={<Plus size={14} aria-hidden />} onClick={() => setAsked({ what: "add" })}>
            {words.add}
          </Button>
        </>
      }
    >
      {funds.length === 0 ? (
        <PanelEmpty message={words.none} heightPx={96} />
      ) : (
        <FundsTable
          {...shown}
          actions={{
            onEdit: (fund) => setAsked({ what: "edit", fund }),
            onRemove: (fund) => setAsked({ what: "remove", fund }),
          }}
        />
      )}
      {asked && (
        <FundQuestion
          asked={asked}
          day={now.day}
          rules={rules}
          funds={funds}
          entries={entries}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Card>
  );
}

type Asked = { readonly what: "add" } | { readonly what: "edit" | "remove"; readonly fund: FundLine };

interface FundQuestionProps {
  readonly asked: Asked;
  readonly day: EpochDay;
  readonly rules: LeverageRules;
  readonly funds: readonly FundLine[];
  readonly entries: MadeEntries;
  readonly onClose: () => void;
}

function FundQuestion({ asked, day, rules, funds, entries, onClose }: FundQuestionProps) {
  const words = useStrings(fundStrings);
  const format = useFormat();
  if (asked.what === "add") {
    return (
      <FundDialog
        fund={undefined}
        day={day}
        others={funds}
        onSave={(entry) => entries.save(fundFile(entry, new Date()))}
        onClose={onClose}
      />
    );
  }
  const { fund } = asked;
  const held = entries.importOf(fund.importId);
  if (!held) return null;
  const rest = {
    held,
    instead: words.heldInstead,
    link: (
      <Link to="/data" className={buttonClass("primary", "md")}>
        {words.openData}
      </Link>
    ),
    onClose,
  };
  if (asked.what === "remove") {
    return (
      <RemoveRowDialog
        {...rest}
        name={`${fundName(fund, words)} ${format.money(fund.amount)}`}
        detail={words.removeDetail}
        onRemove={() => entries.remove(held.importId)}
      />
    );
  }
  if (held.rows > 1) return <HeldRowDialog {...rest} />;
  return (
    <EditFund
      fund={fund}
      rules={rules}
      funds={funds}
      onSave={(entry) => entries.replace(held.importId, fundFile(entry, new Date()))}
      onClose={onClose}
    />
  );
}

interface EditFundProps extends Pick<FundDialogProps, "onSave" | "onClose">, Pick<FundsPanelProps, "rules"> {
  readonly fund: FundLine;
  readonly funds: readonly FundLine[];
}

/** With what would hold in place of the fund: an earlier one of its kind, if there is any. */
function EditFund({ fund, rules, funds, onSave, onClose }: EditFundProps) {
  const { methods, revision } = useEngine();
  const { data } = useQuery(fundsQuery(methods, { day: epochDay(fund.asOf - 1), rules }, revision));
  return (
    <FundDialog
      fund={fund}
      day={fund.asOf}
      others={data && besideFund(fund, { funds, before: data.funds })}
      onSave={onSave}
      onClose={onClose}
    />
  );
}
