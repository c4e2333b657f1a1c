import { Download } from "lucide-react";
import { useMemo } from "react";

import type { ActivationResult } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { downloadCsv } from "#src/ui/csv.ts";
import { DataTable } from "#src/ui/DataTable.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { sourced } from "./activationInfo.ts";
import { candidateColumns } from "./candidateColumns.tsx";
import { candidateFile } from "./candidateTable.ts";
import { strings } from "./strings.ts";

const BEST_FIRST = { by: "mcc", descending: true };

export function CandidatesPanel({ result }: { readonly result: ActivationResult }) {
  const words = useStrings(strings);
  const format = useFormat();
  const columns = useMemo(() => candidateColumns(words, format), [words, format]);
  const rows = useMemo(() => result.candidates.filter(({ isEligible }) => isEligible), [result]);
  return (
    <Card
      title={words.table}
      subtitle={words.tableSubtitle}
      info={sourced(result, { name: words.table, sentence: words.sentences.table, rule: "MN3" })}
      actions={
        <Button
          size="sm"
          title={words.csvHint}
          icon={<Download size={14} aria-hidden />}
          onClick={() => downloadCsv("magic-number-rules", candidateFile(result.candidates, words))}
        >
          {words.csv}
        </Button>
      }
    >
      <DataTable name={words.table} columns={columns} rows={rows} initialSort={BEST_FIRST} heightPx={360} />
    </Card>
  );
}
