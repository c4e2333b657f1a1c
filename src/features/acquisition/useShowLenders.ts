import { useNavigate } from "@tanstack/react-router";

import type { SegmentRules } from "#src/domain/segments.ts";

import { lendersSearch } from "./groupLenders.ts";

/** Goes to the lenders that a mark of a chart stands for. */
export function useShowLenders(): (rules: SegmentRules) => void {
  const navigate = useNavigate();
  return (rules) => void navigate({ to: "/lenders", search: lendersSearch(rules) });
}
