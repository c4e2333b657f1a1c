import { useNavigate } from "@tanstack/react-router";

import type { SegmentRules } from "#src/domain/segments.ts";
import { rulesToText, textToRules, type RuleChange } from "#src/view/lenderRules.ts";
import type { ViewSearch } from "#src/view/search.ts";

/** Changes some rules of the link as it is by then; two changes in a breath are both kept. */
export function useChangeRules(): (change: (rules: SegmentRules) => RuleChange) => void {
  const navigate = useNavigate();
  return (change) => {
    void navigate({
      to: ".",
      replace: true,
      resetScroll: false,
      search: (search: ViewSearch) => {
        const rules = textToRules(search.rules);
        return { ...search, rules: rulesToText({ ...rules, ...change(rules) }) };
      },
    });
  };
}
