import { Download } from "lucide-react";
import { useMemo } from "react";

import type { Basis } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { downloadCsv } from "#src/ui/csv.ts";
import { DataTable } from "#src/ui/DataTable.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { sourced } from "./figures.ts";
import { groupColumns } from "./groupColumns.tsx";
import { groupFile, type GroupLine } from "./groupTable.ts";
import { strings } from "./strings.ts";

const LARGEST_FIRST = { by: "balance", descending: true };

export interface GroupPanelProps {
  readonly by: "channel" | "product";
  /** Must keep its identity between renders. */
  readonly lines: readonly GroupLine[];
  readonly basis: Basis;
  readonly onLine?: ((line: GroupLine) => void) | undefined;
}

export function GroupPanel({ by, lines, basis, onLine }: GroupPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const columns = useMemo(() => groupColumns(by, { words, format }), [by, words, format]);
  const [title, subtitle, sentence] =
    by === "channel"
      ? [words.channels, words.channelsSubtitle, words.channelSentence]
      : [words.products, words.productsSubtitle, words.productSentence];
  return (
    <Card
      title={title}
      subtitle={subtitle}
      info={sourced(basis, { name: title, sentence, rule: "KN5" })}
      actions={
        <Button
          size="sm"
          title={words.csvHint}
          icon={<Download size={14} aria-hidden />}
          onClick={() => downloadCsv(`concentration-by-${by}`, groupFile(lines, by, words))}
        >
          {words.csv}
        </Button>
      }
    >
      <DataTable name={title} columns={columns} rows={lines} initialSort={LARGEST_FIRST} onRowClick={onLine} />
    </Card>
  );
}
