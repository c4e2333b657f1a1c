import type { Catalogue } from "#src/ui/language.tsx";

import type { RenewalGroup } from "./renewalModel.ts";

interface RenewalNamed {
  readonly term: string;
  readonly lenders: string;
  readonly share: string;
  readonly maturities: string;
}

const en = {
  title: "Renewal at maturity",
  intro:
    "Of lenders who began with a term, the share that has renewed at every maturity so far. Solid is observed; dashed is what fits if every lender stops with a chance of their own.",
  panel: (term: string) => `${term} term`,
  lenders: (lenders: string, maturities: string) =>
    `${lenders} lenders came to the first maturity; ${maturities} observed`,
  name: ({ term, lenders, share, maturities }: RenewalNamed) =>
    `Renewal of the ${term} term: ${share} still renew after ${maturities} maturities; ${lenders} lenders came to the first`,
  observed: "Observed",
  fitted: "Fitted (sBG)",
  maturity: "Maturity",
  after: (maturities: string) => `After ${maturities}`,
  came: "Came to it",
  renewed: "Renewed",
  renewedOf: (renewed: string, lenders: string) => `${renewed} of ${lenders}`,
  refusals: {
    too_few: "Fewer than 100 lenders with a maturity behind them: no curve is fitted",
    too_short: "Fewer than three maturities that 100 lenders came to: no curve is fitted",
    degenerate: "The counts do not tell how lenders differ: no curve is fitted",
  } satisfies Record<NonNullable<RenewalGroup["refusal"]>, string>,
  sentence:
    "A maturity is renewed by a lend from the day before it to 7 days after. Whoever renewed at every maturity before counts at the next once its window is over. The fit is a shifted beta-geometric curve: it says nothing about lenders who never had this term.",
  formula: "S(t) = S(t−1) · (β + t − 1) ÷ (α + β + t − 1)",
  alpha: "α",
  beta: "β",
  logLikelihood: "Log-likelihood",
  empty: "No lend with a term",
  emptyHint: "Renewal needs terms: import transactions with a term_days column, or loosen the filters.",
};

const zh: typeof en = {
  title: "到期复投",
  intro: "以某期限开始的出借人中，至今每次到期都复投的比例。实线为已观察；虚线为假设每位出借人各有停止概率时的拟合。",
  panel: (term) => `${term}期限`,
  lenders: (lenders, maturities) => `首次到期 ${lenders} 人，观察 ${maturities} 次到期`,
  name: ({ term, lenders, share, maturities }) =>
    `${term}期限的复投：首次到期 ${lenders} 人，${maturities} 次到期后 ${share} 仍在复投`,
  observed: "已观察",
  fitted: "拟合（sBG）",
  maturity: "到期次数",
  after: (maturities) => `第 ${maturities} 次后`,
  came: "到期人数",
  renewed: "复投人数",
  renewedOf: (renewed, lenders) => `${renewed} / ${lenders}`,
  refusals: {
    too_few: "有到期记录的出借人不足 100 人，不做拟合",
    too_short: "达到 100 人的到期不足三次，不做拟合",
    degenerate: "数据无法区分出借人之间的差异，不做拟合",
  },
  sentence:
    "到期前 1 天至到期后 7 天内有出借即为复投。此前每次都复投、且本次窗口已结束的出借人计入本次。拟合采用移位贝塔-几何模型，不代表从未投过该期限的出借人。",
  formula: "S(t) = S(t−1) · (β + t − 1) ÷ (α + β + t − 1)",
  alpha: "α",
  beta: "β",
  logLikelihood: "对数似然",
  empty: "没有带期限的出借",
  emptyHint: "复投需要期限：请导入带 term_days 列的交易，或放宽筛选。",
};

export const renewalStrings: Catalogue<typeof en> = { en, zh };
export type RenewalWords = typeof en;
