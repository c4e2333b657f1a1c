import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import type { ActivationArgs, ActivationResult, Progress } from "#src/engine/protocol.ts";
import { useEngine } from "#src/view/engine.tsx";

import { activationQuery } from "./queries.ts";

export interface Scan {
  /** Of this search, or of the one before while this one runs or was stopped. */
  readonly result: ActivationResult | undefined;
  readonly error: Error | null;
  /** Undefined while nothing runs. */
  readonly progress: Progress | undefined;
  /** Stopped before it had an answer. */
  readonly isStopped: boolean;
  readonly start: () => void;
  readonly stop: () => void;
}

/** The search that the link asks for, begun at once. */
export function useScan(args: ActivationArgs): Scan {
  const { methods, revision } = useEngine();
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress>({ done: 0, total: 0 });
  const options = activationQuery(methods, { args, revision, onProgress: setProgress });
  const query = useQuery(options);
  const isAnswered = query.data !== undefined && !query.isPlaceholderData;
  return {
    result: query.data,
    error: query.error,
    progress: query.isFetching ? progress : undefined,
    isStopped: !query.isFetching && !isAnswered && query.error === null,
    start: () => void query.refetch(),
    stop: () => void client.cancelQueries({ queryKey: options.queryKey }),
  };
}
