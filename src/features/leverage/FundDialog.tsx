import { useState, type SyntheticEvent } from "react";

import { isoDay, parseIsoDay } from "#src/domain/calendar.ts";
import { FUND_KINDS } from "#src/domain/leverageRules.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { FundKind, FundLine } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { yuanText } from "#src/ui/format.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Select } from "#src/ui/Select.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { hasMisplacedThousands, parseAmount } from "#src/view/amountText.ts";

import { entryDetails, entryEffect, mayBeNegative, type FundChoices, type FundEntry } from "./fundEntry.ts";
import { fundStrings, type FundWords } from "./fundStrings.ts";
import { effectText } from "./fundText.ts";

const FEN_DIGITS = 2;

export interface FundDialogProps {
  /** What is changed; undefined for a new one. */
  readonly fund: FundLine | undefined;
  /** The day that a new one begins with. */
  readonly day: EpochDay;
  /** The funds in force, were it not for the one that is changed; undefined where they are not known. */
  readonly others: readonly FundLine[] | undefined;
  readonly onSave: (entry: FundEntry) => void;
  readonly onClose: () => void;
}

/** One fund: its date, kind and amount, and what decides how much of it counts. */
export function FundDialog({ fund, day, others, onSave, onClose }: FundDialogProps) {
  const words = useStrings(fundStrings);
  const format = useFormat();
  const [date, setDate] = useState(isoDay(fund?.asOf ?? day));
  const [kind, setKind] = useState<FundKind>(fund?.kind ?? "net_assets");
  const [text, setText] = useState(fund ? yuanText(fund.amount) : "");
  const [choices, setChoices] = useState(() => choicesOf(fund));
  const [note, setNote] = useState(fund?.note ?? "");
  const [asked, setAsked] = useState(false);
  const asOf = parseIsoDay(date);
  const amount = parseAmount(text, FEN_DIGITS);
  const isShort = amount !== null && amount < 0 && !mayBeNegative(kind);
  const entry: FundEntry | undefined =
    asOf === undefined || amount === null || isShort
      ? undefined
      : { asOf, kind, amount, ...entryDetails(kind, choices), note: note.trim() };

  function save(event?: SyntheticEvent) {
    event?.preventDefault();
    setAsked(true);
    if (entry === undefined) return;
    onSave(entry);
    onClose();
  }

  const problem = isShort ? words.belowZero : amount === null ? unreadText(text, words) : undefined;
  return (
    <Dialog
      open
      isForm
      onClose={onClose}
      title={fund ? words.editTitle : words.addTitle}
      description={words.entry}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" onClick={() => save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <form className="flex flex-col gap-4" onSubmit={save}>
        <div className="flex flex-wrap gap-4">
          <TextField
            type="date"
            label={words.date}
            value={date}
            onChange={setDate}
            error={asked && asOf === undefined ? words.needDate : undefined}
          />
          <Select
            showLabel
            label={words.kind}
            value={kind}
            onChange={setKind}
            options={FUND_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          />
        </div>
        <TextField
          label={words.amountField}
          value={text}
          onChange={setText}
          hint={
            amount === null
              ? words.amountHints[kind]
              : `${words.amountMeans(format.money(amount))} ${words.amountHints[kind]}`
          }
          error={asked ? problem : undefined}
        />
        <DetailFields kind={kind} choices={choices} onChange={setChoices} />
        <TextField label={words.noteField} value={note} onChange={setNote} />
        <p aria-live="polite" className="min-h-10 text-label text-ink-2">
          {entry && others && effectText(entryEffect(entry, others), { words, format })}
        </p>
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden>
          {words.save}
        </button>
      </form>
    </Dialog>
  );
}

function unreadText(text: string, words: FundWords): string {
  return hasMisplacedThousands(text) ? words.badThousands : words.badAmount;
}

interface DetailFieldsProps {
  readonly kind: FundKind;
  readonly choices: FundChoices;
  readonly onChange: (choices: FundChoices) => void;
}

/** Only what matters to the kind. */
function DetailFields({ kind, choices, onChange }: DetailFieldsProps) {
  const words = useStrings(fundStrings);
  const { relations, yesNo, mainOptions } = words;
  if (kind === "guarantee") {
    return (
      <Select
        showLabel
        label={words.relatedField}
        value={choices.related ? "yes" : "no"}
        onChange={(next) => onChange({ ...choices, related: next === "yes" })}
        options={[
          { value: "no", label: yesNo.no },
          { value: "yes", label: yesNo.yes },
        ]}
      />
    );
  }
  if (kind !== "shareholder") return null;
  return (
    <div className="flex flex-wrap gap-4">
      <Select
        showLabel
        label={words.relationField}
        value={choices.shareholder}
        onChange={(shareholder) => onChange({ ...choices, shareholder })}
        options={[
          { value: "controlling", label: relations.controlling },
          { value: "financial", label: relations.financial },
        ]}
      />
      {choices.shareholder === "controlling" && (
        <Select
          showLabel
          label={words.mainField}
          value={choices.mainBusiness}
          onChange={(mainBusiness) => onChange({ ...choices, mainBusiness })}
          options={[
            { value: "yes", label: mainOptions.yes },
            { value: "no", label: mainOptions.no },
          ]}
        />
      )}
    </div>
  );
}

function choicesOf(fund: FundLine | undefined): FundChoices {
  return {
    shareholder: fund?.relation === "financial" ? "financial" : "controlling",
    mainBusiness: fund?.mainBusiness === "yes" ? "yes" : "no",
    related: fund?.related ?? false,
  };
}
