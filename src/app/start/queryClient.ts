import { keepPreviousData, MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";

import { logFault } from "#src/app/report.ts";

const MS_A_MINUTE = 60_000;

/** A local engine that failed will fail again, and an answer is true until the data or the settings change. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => logFault(error, "query") }),
    mutationCache: new MutationCache({ onError: (error) => logFault(error, "change") }),
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 5 * MS_A_MINUTE,
        retry: false,
        networkMode: "always",
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        structuralSharing: false,
        placeholderData: keepPreviousData,
      },
    },
  });
}
