import { Copy } from "lucide-react";

import type { ActivationResult } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { copyText } from "#src/ui/csv.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";

import { sourced } from "./activationInfo.ts";
import type { Best } from "./figures.ts";
import { planLines, planText } from "./planLines.ts";
import { planStrings } from "./planStrings.ts";
import { ruleStrings, ruleText } from "./ruleText.ts";
import { strings } from "./strings.ts";

export interface PlanPanelProps {
  readonly result: ActivationResult;
  readonly best: Best;
}

export function PlanPanel({ result, best }: PlanPanelProps) {
  const words = useStrings(planStrings);
  const common = useStrings(strings);
  const ruleWords = useStrings(ruleStrings);
  const format = useFormat();
  const toast = useToast();
  const lines = planLines(result, ruleText(best.candidate, ruleWords, format), { words, format });

  async function copy() {
    const isCopied = await copyText(planText(words.plan, lines, format.language === "zh" ? "：" : ": "));
    toast.show(isCopied ? { title: words.copied, tone: "good" } : { title: words.notCopied, tone: "bad" });
  }

  return (
    <Card
      title={words.plan}
      subtitle={words.subtitle}
      info={sourced(result, {
        name: words.names.size,
        sentence: common.sentences.plan,
        formula: common.formulas.plan,
        rule: "MN8",
      })}
      actions={
        <Button size="sm" icon={<Copy size={14} aria-hidden />} onClick={() => void copy()}>
          {words.copy}
        </Button>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 max-sm:grid-cols-1 max-sm:gap-y-1">
        {lines.map(({ part, name, text }) => (
          <div key={part} className="contents">
            <dt className="font-medium text-ink-2 max-sm:pt-1.5">{name}</dt>
            <dd className="max-w-3xl">{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
