import { ArrowUpRight, Info } from "lucide-react";

import type { Switches } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";

import { IconButton } from "./IconButton.tsx";
import type { Catalogue } from "./language.tsx";
import { useFormat, useStrings } from "./language.tsx";
import { Popover } from "./Popover.tsx";

const en = {
  open: (name: string) => `How is ${name} computed?`,
  inputs: "In this period",
  rules: "Rules in force",
  source: "Source",
  rows: (count: string) => `${count} ledger rows`,
  rejected: (count: string) => `${count} rows rejected at import are not in it`,
  asOf: (day: string) => `Data through ${day}`,
  seeRows: "See rows",
  first_instant: "New: the first lend alone",
  first_day: "New: every lend on the first day",
  net: "Transfers: net, neither volume nor exit",
  gross: "Transfers: gross, counted as volume and exit",
};
const zh: typeof en = {
  open: (name) => `${name}是怎么算的？`,
  inputs: "本期数值",
  rules: "当前口径",
  source: "来源",
  rows: (count) => `${count} 行流水`,
  rejected: (count) => `另有 ${count} 行在导入时被拒绝，未计入`,
  asOf: (day) => `数据截至 ${day}`,
  seeRows: "查看明细",
  first_instant: "新用户：仅首笔出借",
  first_day: "新用户：首日全部出借",
  net: "债权转让：净额口径，不计成交与退出",
  gross: "债权转让：全额口径，计入成交与退出",
};
const strings: Catalogue<typeof en> = { en, zh };

/** What a figure means and what it was made of. */
export interface Definition {
  readonly name: string;
  /** One sentence in business words. */
  readonly sentence: string;
  readonly formula?: string | undefined;
  /** Printed values of the formula's terms. */
  readonly inputs?:
    | readonly { readonly name: string; readonly value: string; readonly title?: string | undefined }[]
    | undefined;
  /** What the values are of, where that is not the period of the screen. */
  readonly scope?: string | undefined;
  /** Rule ids of METRICS.md: OB2, NR1. */
  readonly rule?: string | undefined;
  readonly switches?: Switches | undefined;
  readonly sourceRows?: number | undefined;
  readonly rejectedRows?: number | undefined;
  readonly asOf?: EpochDay | null | undefined;
  readonly onSeeRows?: (() => void) | undefined;
}

export interface InfoPopoverProps {
  readonly definition: Definition;
}

export function InfoPopover({ definition }: InfoPopoverProps) {
  const words = useStrings(strings);
  const label = words.open(definition.name);
  return (
    <Popover
      label={label}
      padded={false}
      trigger={<IconButton size="sm" label={label} icon={<Info size={14} aria-hidden />} />}
    >
      <div className="flex w-80 max-w-full flex-col">
        <div className="flex flex-col gap-2 p-4">
          <h3 className="flex items-baseline gap-2 text-card font-strong">
            {definition.name}
            {definition.rule !== undefined && (
              <span className="text-micro font-regular text-ink-3">{definition.rule}</span>
            )}
          </h3>
          <p className="text-ink-2">{definition.sentence}</p>
          {definition.formula !== undefined && (
            <p className="rounded-control bg-sunken px-2.5 py-1.5 text-label font-medium text-ink">
              {definition.formula}
            </p>
          )}
        </div>
        <Inputs definition={definition} />
        <Source definition={definition} />
      </div>
    </Popover>
  );
}

function Inputs({ definition: { inputs = [], scope, switches } }: InfoPopoverProps) {
  const words = useStrings(strings);
  return (
    <>
      {inputs.length > 0 && (
        <section className="border-t border-line px-4 py-2.5">
          <h4 className="pb-1 text-micro text-ink-3">{scope ?? words.inputs}</h4>
          <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5">
            {inputs.map((input) => (
              <div key={input.name} className="contents">
                <dt className="text-ink-2">{input.name}</dt>
                <dd className="text-right font-strong" title={input.title}>
                  {input.value}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {switches !== undefined && (
        <section className="border-t border-line px-4 py-2.5 text-label text-ink-2">
          <h4 className="pb-1 text-micro text-ink-3">{words.rules}</h4>
          <p>{words[switches.newRule]}</p>
          <p>{words[switches.transfers]}</p>
        </section>
      )}
    </>
  );
}

function Source({ definition: { sourceRows, rejectedRows = 0, asOf, onSeeRows } }: InfoPopoverProps) {
  const words = useStrings(strings);
  const format = useFormat();
  if (sourceRows === undefined && onSeeRows === undefined) return null;
  return (
    <section className="border-t border-line px-4 py-2.5 text-label text-ink-2">
      <h4 className="pb-1 text-micro text-ink-3">{words.source}</h4>
      {sourceRows !== undefined && <p>{words.rows(format.count(sourceRows))}</p>}
      {rejectedRows > 0 && <p className="text-warn">{words.rejected(format.count(rejectedRows))}</p>}
      {asOf !== undefined && asOf !== null && <p>{words.asOf(format.day(asOf))}</p>}
      {onSeeRows !== undefined && (
        <button
          type="button"
          onClick={onSeeRows}
          className="mt-1 inline-flex min-h-6 items-center gap-1 font-strong text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        >
          {words.seeRows}
          <ArrowUpRight size={13} aria-hidden />
        </button>
      )}
    </section>
  );
}
