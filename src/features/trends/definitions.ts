import type { Basis, PeriodTotals } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";
import type { Catalogue } from "#src/ui/language.tsx";

import { strings } from "./strings.ts";
import type { TrendId } from "./trendSpecs.ts";

const en = {
  volume: {
    sentence: "Principal lent, split by whether it was the lender's first lending ever.",
    formula: "Volume = new + returning",
  },
  exits: {
    sentence: "Principal that left lending, by the type of the row. Cash withdrawn from the platform is not an exit.",
    formula: "Exits = scheduled + early + compensated (+ transferred in the gross view)",
  },
  outstanding: {
    sentence: "Lenders' principal still at work at the end of the day, week or month.",
    formula: "Outstanding = start + volume − exits ± net transfers − write-offs + carried in",
  },
  netInflow: { sentence: "What volume brought in beyond what exits took out.", formula: "Net inflow = volume − exits" },
  lending: {
    sentence:
      "Distinct lenders with at least one lend, and those among all lenders whose first lend it was. Weeks and months are counted anew, never added up from days.",
    formula: "Lending = distinct lenders with volume",
  },
  holding: {
    sentence: "Distinct lenders with a balance above zero at the end of the day, week or month.",
    formula: "Holding = lenders with balance > 0",
  },
  averageLend: { sentence: "The size of a lend.", formula: "Average lend = volume ÷ lends" },
  averageBalance: {
    sentence: "What a lender who holds anything holds.",
    formula: "Average balance = outstanding ÷ lenders holding",
  },
};

const zh: typeof en = {
  volume: { sentence: "出借成交的本金，按是否为该出借人首次出借划分。", formula: "成交额 = 新用户 + 老用户" },
  exits: {
    sentence: "退出出借的本金，按流水类型划分。提现离开平台不算退出。",
    formula: "退出 = 到期 + 提前 + 代偿（全额口径另加债转转出）",
  },
  outstanding: {
    sentence: "日、周或月末仍在出借中的本金。",
    formula: "待收 = 期初 + 成交额 − 退出 ± 债转净额 − 核销 + 结转余额",
  },
  netInflow: { sentence: "成交额超出退出的部分。", formula: "净流入 = 成交额 − 退出" },
  lending: {
    sentence: "至少有一笔出借的去重出借人，以及其中首次出借的人。周、月重新去重，不由日相加。",
    formula: "出借人数 = 有成交的去重出借人",
  },
  holding: { sentence: "日、周或月末待收大于零的去重出借人。", formula: "持有人数 = 待收 > 0 的出借人" },
  averageLend: { sentence: "每笔出借的平均金额。", formula: "笔均出借 = 成交额 ÷ 出借笔数" },
  averageBalance: { sentence: "持有待收的出借人平均持有的金额。", formula: "人均待收 = 待收 ÷ 持有出借人" },
};

export const definitions: Catalogue<typeof en> = { en, zh };

/** The rules of METRICS.md that decide a trend. */
const RULES: Readonly<Record<TrendId, string>> = {
  volume: "VO1",
  exits: "EX1",
  outstanding: "OB1",
  netInflow: "NI1",
  lending: "LN1",
  holding: "LN2",
  averageLend: "LN4",
  averageBalance: "LN3",
};

export function trendDefinition(
  id: TrendId,
  { basis, total }: { readonly basis: Basis; readonly total: PeriodTotals },
  format: Format,
): Definition {
  return {
    name: strings[format.language].titles[id],
    ...definitions[format.language][id],
    rule: RULES[id],
    inputs: inputsOf(id, total, format),
    switches: basis.switches,
    sourceRows: basis.sourceRows,
    rejectedRows: basis.rejectedRows,
    asOf: basis.asOf,
  };
}

function inputsOf(
  id: TrendId,
  { flows, closing, averageLend }: PeriodTotals,
  format: Format,
): NonNullable<Definition["inputs"]> {
  const { measures } = strings[format.language];
  const money = (name: string, fen: number | null) => ({
    name,
    value: format.money(fen),
    title: format.moneyExact(fen),
  });
  switch (id) {
    case "volume":
      return [
        money(measures.volumeNew, flows.volumeNew),
        money(measures.volumeReturning, flows.volumeReturning),
        money(measures.volume, flows.volume),
      ];
    case "exits":
      return [
        money(measures.exitsScheduled, flows.exitsScheduled),
        money(measures.exitsEarly, flows.exitsEarly),
        money(measures.exits, flows.exits),
      ];
    case "netInflow":
      return [
        money(measures.volume, flows.volume),
        money(measures.exits, flows.exits),
        money(measures.netInflow, flows.netInflow),
      ];
    case "outstanding":
    case "averageBalance":
      return [money(measures.outstanding, closing)];
    case "averageLend":
      return [money(measures.volume, flows.volume), money(measures.averageLend, averageLend)];
    case "lending":
    case "holding":
      return [];
  }
}
