import { ChecksPanel } from "./ChecksPanel.tsx";
import { CoveragePanel } from "./CoveragePanel.tsx";
import { FindingsPanel, type FindingsPanelProps } from "./FindingsPanel.tsx";

/** Whether the data can be trusted: which days are there, what looks wrong, and which sums meet. */
export function QualitySection({ onOpenImport }: FindingsPanelProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        <CoveragePanel />
        <FindingsPanel onOpenImport={onOpenImport} />
      </div>
      <ChecksPanel />
    </div>
  );
}
