import type { VintagesResult } from "#src/engine/protocol.ts";
import { plural } from "#src/ui/language.tsx";

import { bookMonth, productName, shareText, type Spoken } from "./figures.ts";
import { overdueModel, worstProducts } from "./overdueModel.ts";
import { FEW_LOANS, isCompared, isJudged, vintageModel, type VintageLine, type VintageModel } from "./vintageModel.ts";

/**
 * What the figures say: which month is furthest above what is expected at its age, and how much is more than 90 days
 * overdue, where. What the file does not tell is left out; "" when it tells neither.
 */
export function vintageFindings(result: VintagesResult, spoken: Spoken): string {
  const parts = [
    result.hasBad ? badSentence(result, spoken) : "",
    result.hasOverdue ? overdueSentence(result, spoken) : "",
  ];
  return parts.filter((part) => part !== "").join(spoken.words.sentenceGap);
}

function badSentence(result: VintagesResult, { words, format }: Spoken): string {
  const { lines, worst } = vintageModel(result, "bad");
  if (!lines.some(isCompared)) return "";
  const judged = lines.filter(isJudged);
  if (judged.length === 0) return words.findings.tooSmall(format.count(FEW_LOANS));
  if (worst === undefined) return words.findings.noneWorse;
  const above = judged.filter(({ difference }) => (difference ?? 0) > 0).length;
  return words.findings.worst({
    month: format.month(worst.month.from),
    age: bookMonth(worst.age, format),
    share: shareText(worst.actual, format),
    points: format.points(worst.difference, 2).replace("+", ""),
    amount: format.money(worst.excess),
    above: format.count(above),
    months: plural(format.language, judged.length, words.monthCount).replace("#", format.count(judged.length)),
    least: format.count(FEW_LOANS),
  });
}

function overdueSentence({ overdue }: VintagesResult, { words, format }: Spoken): string {
  const model = overdueModel(overdue);
  const { owed, cells } = model.total;
  const worst = worstProducts(model);
  if (owed === 0) return "";
  if (worst === undefined) return words.findings.noneOverdue;
  const { most, highest } = worst;
  const whole = words.findings.overdue(format.percent(cells.over_90.share), format.money(cells.over_90.owed));
  if (model.rows.length === 1) return whole + words.findings.stop;
  const largest = {
    product: productName(most.product, words),
    amount: format.money(most.cells.over_90.owed),
    share: format.percent(most.cells.over_90.share),
  };
  if (most === highest) return whole + words.findings.mostAndHighest(largest);
  return (
    whole +
    words.findings.mostIn(largest) +
    words.findings.highestIn(productName(highest.product, words), format.percent(highest.cells.over_90.share))
  );
}

/** The month that lent more than all others together, which makes what is expected of them; undefined where none does. */
function dominantLine({ lines }: VintageModel): VintageLine | undefined {
  const lent = lines.reduce((sum, { disbursed }) => sum + disbursed, 0);
  return lines.length === 1 ? undefined : lines.find(({ disbursed }) => disbursed > lent / 2);
}

export function dominantMonth(model: VintageModel, { words, format }: Spoken): string | null {
  const largest = dominantLine(model);
  if (largest === undefined) return null;
  const lent = model.lines.reduce((sum, { disbursed }) => sum + disbursed, 0);
  return words.findings.dominant(format.month(largest.month.from), format.percent(largest.disbursed / lent));
}

/** The product that the dominant month consists of and that lent in no other; undefined where it is no product's own. */
export function dominantProduct({ ownProducts }: VintagesResult, model: VintageModel): string | undefined {
  const largest = dominantLine(model);
  return ownProducts.find(({ month }) => month === largest?.month.from)?.product;
}
