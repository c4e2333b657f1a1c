import type { ActivationResult, ConfusionFigures, Share } from "#src/engine/protocol.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { sourced } from "./activationInfo.ts";
import { BestTiles, shareNote } from "./BestTiles.tsx";
import { scoreText, type Best } from "./figures.ts";
import { ruleStrings, ruleText } from "./ruleText.ts";
import { strings } from "./strings.ts";
import { verdictReasons } from "./verdict.ts";

export interface BestPanelProps {
  readonly result: ActivationResult;
  readonly best: Best;
}

/** The best rule as a sentence, how lenders fared by it, and whether it may be told. */
export function BestPanel({ result, best }: BestPanelProps) {
  const words = useStrings(strings);
  const ruleWords = useStrings(ruleStrings);
  const format = useFormat();
  const { fromDay, toDay } = result.outcome;
  const rule = ruleText(best.candidate, ruleWords, format);
  const sentence = best.isPublishable ? words.bestSentence : words.weakSentence;
  return (
    <Card
      title={words.best}
      info={sourced(result, { name: words.best, sentence: words.sentences.best, rule: "MN4" })}
      footer={<Verdict best={best} />}
    >
      <div className="flex flex-col gap-4">
        <div className="flex max-w-3xl flex-col gap-1">
          <p className="text-page font-strong">{sentence(rule, format.count(fromDay), format.count(toDay))}</p>
          <p className="text-ink-2">{words.notCause}</p>
        </div>
        <BestTiles result={result} best={best} />
        <div className="text-ink-2">
          {result.splitDay !== null && (
            <p>
              {words.splitNote(
                format.count(result.trainLenders),
                format.count(result.holdoutLenders),
                format.day(result.splitDay, "long"),
              )}
            </p>
          )}
          {best.holdout !== null && <Holdout figures={best.holdout} />}
          <Pooled best={best} />
        </div>
      </div>
    </Card>
  );
}

function Holdout({ figures }: { readonly figures: ConfusionFigures }) {
  const words = useStrings(strings);
  const format = useFormat();
  const { mcc, precision, recall } = figures;
  return <p>{words.holdoutScore(scoreText(mcc, format), format.percent(precision), format.percent(recall))}</p>;
}

/** Of all cohorts together. */
function Pooled({ best }: { readonly best: Best }) {
  const words = useStrings(strings);
  const format = useFormat();
  const text = (share: Share) => words.pooledShare(format.percent(share.value), shareNote(share, words, format));
  return <p className="text-label text-ink-3">{words.pooled(text(best.did), text(best.didNot))}</p>;
}

function Verdict({ best }: { readonly best: Best }) {
  const words = useStrings(strings);
  const format = useFormat();
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <Badge tone={best.isPublishable ? "good" : "warn"}>
        {best.isPublishable ? words.publishable : words.notPublishable}
      </Badge>
      {verdictReasons(best, words, format).map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </div>
  );
}
