import { useQuery } from "@tanstack/react-query";

import type { LeverageFigures, LeverageRules } from "#src/engine/protocol.ts";
import { Drawer } from "#src/ui/Drawer.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Money } from "#src/ui/Money.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { BACKING_PARTS } from "./buildUpModel.ts";
import { leverageText } from "./figures.ts";
import { FundsTable } from "./FundsTable.tsx";
import { fundStrings } from "./fundStrings.ts";
import { fundsQuery } from "./queries.ts";
import { strings } from "./strings.ts";

const WIDTH_PX = 820;
const PENDING_PX = 240;

export interface FundsDrawerProps {
  readonly figures: LeverageFigures;
  readonly rules: LeverageRules;
  readonly fileOf: (importId: number) => string | undefined;
  readonly onClose: () => void;
}

/** What a point of the chart is made of: its formula with figures, and every fund in force on its day. */
export function FundsDrawer({ figures, rules, fileOf, onClose }: FundsDrawerProps) {
  const words = useStrings(fundStrings);
  const format = useFormat();
  return (
    <Drawer
      open
      onClose={onClose}
      title={words.dayTitle(format.day(figures.day))}
      subtitle={words.daySubtitle}
      widthPx={WIDTH_PX}
    >
      <div className="flex flex-col gap-5">
        <Sum figures={figures} />
        <Funds figures={figures} rules={rules} fileOf={fileOf} />
      </div>
    </Drawer>
  );
}

function Funds({ figures, rules, fileOf }: Omit<FundsDrawerProps, "onClose">) {
  const { methods, revision } = useEngine();
  const words = useStrings(fundStrings);
  const query = useQuery(fundsQuery(methods, { day: figures.day, rules }, revision));
  if (query.isPending) return <PanelPending title={words.title} heightPx={PENDING_PX} />;
  if (query.isError) {
    return <PanelFailed title={words.title} error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <div className="-mx-1 rounded-card border border-line">
      <FundsTable funds={query.data.funds} figures={figures} rules={rules} fileOf={fileOf} />
    </div>
  );
}

/** The parts of backing, their sum, and outstanding over it. */
function Sum({ figures }: Pick<FundsDrawerProps, "figures">) {
  const words = useStrings(strings);
  const fund = useStrings(fundStrings);
  const format = useFormat();
  const leverage = leverageText(figures.leverage, { words, format });
  return (
    <section aria-label={fund.dayFormula} className="rounded-control bg-sunken px-4 py-3">
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1">
        {BACKING_PARTS.map(({ id }) => (
          <div key={id} className="contents">
            <dt className="text-ink-2">{words.parts[id]}</dt>
            <dd className="text-right">
              <Money fen={figures[id]} />
            </dd>
          </div>
        ))}
        <div className="contents font-strong">
          <dt className="border-t border-line-strong pt-1">{words.backing}</dt>
          <dd className="border-t border-line-strong pt-1 text-right">
            <Money fen={figures.backing} />
          </dd>
        </div>
      </dl>
      <p className="mt-3 text-leaf font-strong">
        <Money fen={figures.outstanding} /> ÷ <Money fen={figures.backing} /> = {leverage}
        {figures.band !== null && <span className="pl-2 text-body text-ink-2">{words.bands[figures.band]}</span>}
      </p>
      <p className="text-label text-ink-2">
        {words.withoutPartner}: {leverageText(figures.withoutPartner, { words, format })}
      </p>
    </section>
  );
}
