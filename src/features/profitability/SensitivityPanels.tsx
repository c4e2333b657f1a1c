import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import type { WhatIfResult } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { NARROW, useMediaQuery } from "#src/ui/useMediaQuery.ts";
import { useEngine } from "#src/view/engine.tsx";
import { useViewSearch } from "#src/view/view.ts";

import { largest, neededColumns, selectionName } from "./figures.ts";
import type { SelectionPanelProps } from "./panel.ts";
import { profitInfo } from "./profitInfo.ts";
import { whatIfQuery } from "./queries.ts";
import { strings } from "./strings.ts";
import { tornadoBars } from "./tornadoModel.ts";
import { tornadoOption, tornadoTable } from "./tornadoOption.ts";
import { useProfitLoans } from "./useProfitLoans.ts";
import { factorsOf, textToChanges } from "./whatIf.ts";
import { WhatIfPanel } from "./WhatIfPanel.tsx";

const HEIGHT_PX = 400;

/** What moves profit, and what would become of it. */
export function SensitivityPanels(props: SelectionPanelProps) {
  const { args, selection } = props;
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const { whatif } = useViewSearch();
  const changes = useMemo(() => textToChanges(whatif), [whatif]);
  const { disbursed, products } = selection.where;
  const query = useQuery(
    whatIfQuery(methods, { disbursed, products, rules: args.rules, factors: factorsOf(changes) }, revision),
  );
  if (query.isPending) {
    return (
      <>
        <PanelPending title={words.tornado} heightPx={HEIGHT_PX} />
        <PanelPending title={words.whatIf} heightPx={HEIGHT_PX} />
      </>
    );
  }
  if (query.isError) {
    return <PanelFailed title={words.tornado} error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <>
      <TornadoPanel {...props} answer={query.data} />
      <WhatIfPanel {...props} answer={query.data} changes={changes} />
    </>
  );
}

function TornadoPanel({ args, result, selection, answer }: SelectionPanelProps & { readonly answer: WhatIfResult }) {
  const words = useStrings(strings);
  const format = useFormat();
  const showLoans = useProfitLoans(args.rules);
  const width = useMediaQuery(NARROW) ? "narrow" : "wide";
  const bars = useMemo(() => tornadoBars(answer), [answer]);
  const option = useMemo(() => tornadoOption(bars, { words, format }, width), [bars, words, format, width]);
  const name = selectionName(selection, { words, format });
  const [widest] = bars;
  if (widest === undefined) {
    const needed = neededColumns(result, format);
    return (
      <PanelEmpty
        title={words.tornado}
        message={words.tornadoEmpty}
        hint={needed === null ? undefined : words.unknown(needed)}
        heightPx={HEIGHT_PX}
      />
    );
  }
  return (
    <ChartCard
      title={words.tornado}
      subtitle={words.tornadoSubtitle(name)}
      legend={[
        { name: words.lower, mark: "outline", tone: "volume" },
        { name: words.higher, mark: "square", tone: "volume" },
      ]}
      info={profitInfo(result, {
        name: words.tornado,
        sentence: words.tornadoSentence,
        formula: words.tornadoFormula,
        rule: "PF1",
      })}
      name={words.tornadoName(name, words.drivers[widest.driver], format.money(largest([widest.lower, widest.higher])))}
      option={option}
      heightPx={HEIGHT_PX}
      table={tornadoTable(bars, `${words.tornado}: ${name}`, { words, format })}
      fileName="profit-sensitivity"
      onPointClick={() => showLoans({ name, profit: selection.figures.profit, where: selection.where })}
    />
  );
}
