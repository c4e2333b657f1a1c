import { useQuery } from "@tanstack/react-query";
import { FileSpreadsheet } from "lucide-react";

import type { Finding } from "#src/engine/protocol.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { downloadCsv } from "#src/ui/csv.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { FindingEntry } from "./FindingEntry.tsx";
import { findingsInOrder, findingsTable } from "./findingModel.ts";
import { findingStrings } from "./findingStrings.ts";
import { findingWords } from "./findingWords.ts";
import { findingsQuery } from "./queries.ts";
import { useCounted } from "./useCounted.ts";

const PENDING_PX = 300;

export interface FindingsPanelProps {
  /** Shows an import, for findings whose rows are not in the ledger; without it those are plain lines. */
  readonly onOpenImport?: ((importId: number) => void) | undefined;
}

export function FindingsPanel({ onOpenImport }: FindingsPanelProps) {
  const { methods, revision, status } = useEngine();
  const words = useStrings(findingStrings);
  const query = useQuery(findingsQuery(methods, revision));
  if (query.isPending) return <PanelPending title={words.title} heightPx={PENDING_PX} />;
  if (query.isError) {
    return <PanelFailed title={words.title} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data.length === 0 && status.asOf === null) {
    return <PanelEmpty title={words.title} message={words.empty} hint={words.emptyHint} />;
  }
  if (query.data.length === 0) {
    return <PanelEmpty title={words.title} message={words.none} hint={words.noneHint} />;
  }
  return <Findings findings={query.data} onOpenImport={onOpenImport} />;
}

interface FindingsProps extends FindingsPanelProps {
  readonly findings: readonly Finding[];
}

function Findings({ findings, onOpenImport }: FindingsProps) {
  const words = useStrings(findingStrings);
  const known = useStrings(findingWords);
  const format = useFormat();
  const lenderText = useLenderText();
  const counted = useCounted();
  const isWrong = findings.some(({ severity }) => severity === "error");
  return (
    <Card
      title={words.title}
      subtitle={words.subtitle}
      padded={false}
      actions={
        <>
          <Badge tone={isWrong ? "bad" : "warn"}>{counted(findings.length, words.found)}</Badge>
          <Button
            size="sm"
            icon={<FileSpreadsheet size={13} aria-hidden />}
            onClick={() =>
              downloadCsv(words.fileName, findingsTable(findings, { known, chrome: words }, { format, lenderText }))
            }
          >
            {words.download}
          </Button>
        </>
      }
    >
      <ul className="divide-y divide-line border-t border-line">
        {findingsInOrder(findings).map((finding) => (
          <FindingEntry key={finding.id} finding={finding} onOpenImport={onOpenImport} />
        ))}
      </ul>
    </Card>
  );
}
