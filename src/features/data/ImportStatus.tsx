import type { ImportRecord } from "#src/domain/imports.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { historyStrings } from "./historyStrings.ts";
import { importState } from "./importModel.ts";

export interface ImportStatusProps {
  readonly record: ImportRecord;
}

/** Whether an import needs a look, in one word. */
export function ImportStatus({ record }: ImportStatusProps) {
  const words = useStrings(historyStrings);
  const format = useFormat();
  const state = importState(record);
  switch (state.type) {
    case "totals":
      return (
        <span title={words.totalsDifferTitle}>
          <Badge tone="bad">{words.totalsDiffer}</Badge>
        </span>
      );
    case "rejected":
      return <Badge tone="warn">{words.rejectedCount(format.count(state.count))}</Badge>;
    case "warned":
      return <Badge>{words.warnedCount(format.count(state.count))}</Badge>;
    case "taken":
      return <Badge tone="good">{words.allTaken}</Badge>;
  }
}
