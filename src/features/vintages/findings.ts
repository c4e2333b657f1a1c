import type { VintagesResult } from "#src/engine/protocol.ts";
import { plural } from "#src/ui/language.tsx";

import { bookMonth, productName, shareText, type Spoken } from "./figures.ts";
import { overdueModel, worstProducts } from "./overdueModel.ts";
import { vintageModel, type VintageModel } from "./vintageModel.ts";

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
  const watched = lines.filter(({ age, difference }) => age >= 1 && difference !== null);
  if (watched.length === 0) return "";
  if (worst === undefined) return words.findings.noneWorse;
  const above = watched.filter(({ difference }) => (difference ?? 0) > 0).length;
  return words.findings.worst({
    month: format.month(worst.month.from),
    age: bookMonth(worst.age, format),
    share: shareText(worst.actual, format),
    points: format.points(worst.difference, 2).replace("+", ""),
    amount: format.money(worst.excess),
    above: format.count(above),
    months: plural(format.language, watched.length, words.monthCount).replace("#", format.count(watched.length)),
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

/** A month that lent more than all others together makes what is expected of them; null where none does. */
export function dominantMonth({ lines }: VintageModel, { words, format }: Spoken): string | null {
  const lent = lines.reduce((sum, { disbursed }) => sum + disbursed, 0);
  const largest = lines.find(({ disbursed }) => disbursed > lent / 2);
  if (largest === undefined || lines.length === 1) return null;
  return words.findings.dominant(format.month(largest.month.from), format.percent(largest.disbursed / lent));
}
