import { useQuery } from "@tanstack/react-query";

import type { Settings } from "#src/domain/switches.ts";
import { plural, useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { internalStrings } from "./internalStrings.ts";
import { SettingHint, SettingRow } from "./SettingRow.tsx";

export interface InternalSettingProps {
  /** With the figures that follow, in words. */
  readonly onChange: (change: Partial<Settings>, follows: string) => void;
}

/** Leaves internal accounts out of every figure, and shows what that takes away. */
export function InternalSetting({ onChange }: InternalSettingProps) {
  const { methods, revision, status } = useEngine();
  const words = useStrings(internalStrings);
  const format = useFormat();
  const language = useLanguage();
  const isKnown = status.internalLenders !== null;
  const query = useQuery({
    queryKey: ["internalAccounts", revision],
    queryFn: ({ signal }) => methods.internalAccounts({}, signal),
    enabled: isKnown && status.internalLenders !== 0,
  });
  const { leavesInternalOut } = status.settings;
  return (
    <SettingRow title={words.title} hint={words.hint} changes={words.changes}>
      <Segmented
        label={words.title}
        value={leavesInternalOut ? "out" : "in"}
        onChange={(next) => onChange({ leavesInternalOut: next === "out" }, words.changes)}
        options={[
          { value: "in", label: words.kept },
          { value: "out", label: words.leftOut },
        ]}
      />
      <SettingHint>{hint()}</SettingHint>
    </SettingRow>
  );

  function hint(): string {
    if (!isKnown) return words.noDataset;
    if (status.internalLenders === 0) return words.nobody;
    if (query.isError) return query.error.message;
    if (!query.data) return words.counting;
    const { lenders, rows, volume, outstanding } = query.data;
    const accounts = plural(language, lenders, words.accounts).replace("#", format.count(lenders));
    return words.removes(accounts, {
      rows: format.count(rows),
      volume: format.money(volume),
      outstanding: format.money(outstanding),
    });
  }
}
