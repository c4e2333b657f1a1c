import { useQuery } from "@tanstack/react-query";

import type { RefusedAttempt } from "#src/domain/imports.ts";
import { Card } from "#src/ui/Card.tsx";
import { errorText } from "#src/ui/errorText.ts";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { historyStrings } from "./historyStrings.ts";
import { attemptsQuery } from "./queries.ts";

const EMPTY_PX = 40;

/** Files of which nothing was taken, newest first, with what to do about each. */
export function AttemptsPanel() {
  const { methods, revision } = useEngine();
  const words = useStrings(historyStrings);
  const query = useQuery(attemptsQuery(methods, revision));
  if (query.isPending) return <PanelPending title={words.attempts} heightPx={EMPTY_PX} />;
  if (query.isError) {
    return <PanelFailed title={words.attempts} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data.length === 0) {
    return <PanelEmpty title={words.attempts} message={words.noAttempts} heightPx={EMPTY_PX} />;
  }
  return (
    <Card title={words.attempts} subtitle={words.attemptsSubtitle} padded={false}>
      <ul aria-label={words.attempts} className="max-h-80 divide-y divide-line overflow-y-auto border-t border-line">
        {query.data.map((attempt) => (
          <Attempt key={`${attempt.atMs} ${attempt.fileName}`} attempt={attempt} />
        ))}
      </ul>
    </Card>
  );
}

function Attempt({ attempt: { fileName, sizeBytes, atMs, refusal } }: { readonly attempt: RefusedAttempt }) {
  const format = useFormat();
  const { what, where, fix } = errorText(refusal, useLanguage());
  return (
    <li className="flex flex-col gap-0.5 px-4 py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="min-w-0 font-medium break-all">{fileName}</span>
        <span className="text-label text-ink-3">
          {format.deviceTime(atMs)} · {format.bytes(sizeBytes)}
        </span>
      </p>
      <p>
        <span className="font-medium text-bad">{what}</span>{" "}
        <code className="font-mono text-micro text-ink-3">{refusal.code}</code>
        {where !== "" && <span className="text-ink-2"> · {where}</span>}
      </p>
      <p className="text-ink-2">{fix}</p>
    </li>
  );
}
