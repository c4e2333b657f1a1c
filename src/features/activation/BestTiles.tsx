import type { ActivationResult } from "#src/engine/protocol.ts";
import type { Share } from "#src/engine/protocol.ts";
import { FigureTile, FigureTiles } from "#src/ui/FigureTile.tsx";
import type { Format } from "#src/ui/format.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { NOTHING } from "#src/ui/signs.ts";

import { sourced } from "./activationInfo.ts";
import { percentInterval, ratioInterval, scoreText, type Best } from "./figures.ts";
import { strings, type ActivationWords } from "./strings.ts";

export interface BestTilesProps {
  readonly result: ActivationResult;
  readonly best: Best;
}

/** How the best rule fared; who stayed is of later cohorts alone, since the choice flatters those it was made among. */
export function BestTiles({ result, best }: BestTilesProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { candidate, holdout, holdoutLift, later } = best;
  const rate = { sentence: words.sentences.rate, formula: words.formulas.rate, rule: "MN3" };
  return (
    <FigureTiles label={words.best}>
      <FigureTile
        name={words.didRate}
        value={format.percent(later?.did.value ?? null)}
        note={later === null ? words.noLater : shareNote(later.did, words, format)}
        info={sourced(result, { name: words.didRate, ...rate })}
      />
      <FigureTile
        name={words.didNotRate}
        value={format.percent(later?.didNot.value ?? null)}
        note={later === null ? words.noLater : shareNote(later.didNot, words, format)}
        info={sourced(result, { name: words.didNotRate, ...rate })}
      />
      <FigureTile
        name={words.score}
        value={scoreText(candidate.figures.mcc, format)}
        note={words.scoreNote(scoreText(best.chanceScore, format))}
        info={sourced(result, {
          name: words.score,
          sentence: words.sentences.score,
          formula: words.formulas.score,
          rule: "MN3",
        })}
      />
      <FigureTile
        name={words.pValue}
        value={format.number(best.pValue, 3)}
        note={words.pNote(format.count(best.permutations))}
        info={sourced(result, {
          name: words.pValue,
          sentence: words.sentences.pValue,
          formula: words.formulas.pValue,
          rule: "MN5",
        })}
      />
      <FigureTile
        name={words.holdoutLift}
        value={format.ratioX(holdout?.lift ?? null)}
        note={
          holdoutLift === null
            ? NOTHING
            : words.holdoutNote(ratioInterval(holdoutLift, format), format.count(result.holdoutLenders))
        }
        info={sourced(result, {
          name: words.holdoutLift,
          sentence: words.sentences.holdoutLift,
          formula: words.formulas.lift,
          rule: "MN6",
        })}
      />
    </FigureTiles>
  );
}

export function shareNote({ count, of, interval }: Share, words: ActivationWords, format: Format): string {
  const range = interval === null ? NOTHING : percentInterval(interval, format);
  return words.of(format.count(count), format.count(of), range);
}
