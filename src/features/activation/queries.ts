import { queryOptions } from "@tanstack/react-query";

import type { ActivationArgs, EngineMethods, OnProgress } from "#src/engine/protocol.ts";

export interface ActivationAsk {
  readonly args: ActivationArgs;
  readonly revision: string;
  readonly onProgress: OnProgress;
}

export const activationQuery = (methods: EngineMethods, { args, revision, onProgress }: ActivationAsk) =>
  queryOptions({
    queryKey: ["metric", "activation", args, revision],
    queryFn: ({ signal }) => {
      onProgress({ done: 0, total: 0 });
      return methods.activation(args, signal, onProgress);
    },
  });
