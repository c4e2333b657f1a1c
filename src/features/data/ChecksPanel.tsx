import { useQuery } from "@tanstack/react-query";

import type { Check } from "#src/engine/protocol.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { CheckItem } from "./CheckItem.tsx";
import { checksInOrder } from "./checkModel.ts";
import { checkStrings } from "./checkStrings.ts";
import { checksQuery } from "./queries.ts";
import { useCounted } from "./useCounted.ts";

const PENDING_PX = 420;

export function ChecksPanel() {
  const { methods, revision, status } = useEngine();
  const words = useStrings(checkStrings);
  const query = useQuery(checksQuery(methods, revision));
  if (query.isPending) return <PanelPending title={words.title} heightPx={PENDING_PX} />;
  if (query.isError) {
    return <PanelFailed title={words.title} error={query.error} onRetry={() => void query.refetch()} />;
  }
  // Without a ledger every sum is zero and meets.
  if (query.data.length === 0 || status.asOf === null) {
    return <PanelEmpty title={words.title} message={words.empty} hint={words.emptyHint} />;
  }
  return <Checks checks={query.data} />;
}

function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const words = useStrings(checkStrings);
  const counted = useCounted();
  const failing = checks.filter(({ holds }) => !holds).length;
  return (
    <Card
      title={words.title}
      subtitle={words.subtitle}
      padded={false}
      actions={
        failing === 0 ? (
          <Badge tone="good">{counted(checks.length, words.allHold)}</Badge>
        ) : (
          <Badge tone="warn">{counted(failing, words.failing)}</Badge>
        )
      }
    >
      <ul className="divide-y divide-line border-t border-line">
        {checksInOrder(checks).map((check) => (
          <CheckItem key={check.id} check={check} />
        ))}
      </ul>
    </Card>
  );
}
