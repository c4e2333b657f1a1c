import { useMemo } from "react";

import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { namesToText } from "#src/view/search.ts";
import { useSetSearch } from "#src/view/view.ts";

import { productName } from "./figures.ts";
import { dominantMonth, dominantProduct, vintageFindings } from "./findings.ts";
import type { ModelPanelProps } from "./panel.ts";
import { strings } from "./strings.ts";
import { useVintageLoans } from "./useVintageLoans.ts";
import { vintageModel } from "./vintageModel.ts";

/** What the figures say, before them. */
export function FindingsNote({ view, result, model }: Pick<ModelPanelProps, "view" | "result" | "model">) {
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const loans = useVintageLoans(view);
  const worst = useMemo(() => (result.hasBad ? vintageModel(result, "bad").worst : undefined), [result]);
  const sentence = vintageFindings(result, { words, format });
  if (sentence === "") return null;
  const caution = dominantMonth(model, { words, format });
  const own = dominantProduct(result, model);
  const { products } = view.args;
  const others = (products.length === 0 ? result.allProducts : products).filter((product) => product !== own);
  return (
    <section aria-label={words.findings.title} className="rounded-card border border-line bg-surface px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-72 text-page text-ink">{sentence}</p>
        {worst && (
          <Button size="sm" onClick={() => loans.ofMonth(worst, worst.age, "bad")}>
            {words.loansOf(format.month(worst.month.from))}
          </Button>
        )}
      </div>
      {caution !== null && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1">
          <p className="text-ink-2">{caution}</p>
          {own !== undefined && others.length > 0 && (
            <Button size="sm" onClick={() => setSearch({ lp: namesToText(others) })}>
              {words.findings.leaveOut(productName(own, words))}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
