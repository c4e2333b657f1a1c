import { queryOptions } from "@tanstack/react-query";

import type { EngineMethods } from "#src/engine/protocol.ts";

export const importsQuery = (methods: EngineMethods, revision: string) =>
  queryOptions({
    queryKey: ["metric", "imports", {}, revision],
    queryFn: ({ signal }) => methods.imports({}, signal),
  });

export const rejectedRowsQuery = (methods: EngineMethods, importId: number, revision: string) =>
  queryOptions({
    queryKey: ["metric", "rejectedRows", { importId }, revision],
    queryFn: ({ signal }) => methods.rejectedRows({ importId }, signal),
  });

export const coverageQuery = (methods: EngineMethods, revision: string) =>
  queryOptions({
    queryKey: ["metric", "coverage", {}, revision],
    queryFn: ({ signal }) => methods.coverage({}, signal),
  });

export const checksQuery = (methods: EngineMethods, revision: string) =>
  queryOptions({
    queryKey: ["metric", "checks", {}, revision],
    queryFn: ({ signal }) => methods.checks({}, signal),
  });

export const findingsQuery = (methods: EngineMethods, revision: string) =>
  queryOptions({
    queryKey: ["metric", "findings", {}, revision],
    queryFn: ({ signal }) => methods.findings({}, signal),
  });

export const attemptsQuery = (methods: EngineMethods, revision: string) =>
  queryOptions({
    queryKey: ["metric", "attempts", {}, revision],
    queryFn: ({ signal }) => methods.attempts({}, signal),
    // A refused file changes no data, so that the revision does not tell of it.
    staleTime: 0,
  });

export const restatementQuery = (methods: EngineMethods, importId: number, revision: string) =>
  queryOptions({
    queryKey: ["metric", "restatement", { importId }, revision],
    queryFn: ({ signal }) => methods.restatement({ importId }, signal),
  });
