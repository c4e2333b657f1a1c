import type { Catalogue } from "#src/ui/language.tsx";

const en = {
  outstanding: {
    sentence:
      "Lenders' principal still at work at the end of the period. Money in default stays in until it is written off.",
    formula: "Outstanding = start + volume − exits ± net transfers − write-offs + carried in",
  },
  opening: {
    sentence: "Outstanding at the end of the day before the period.",
    formula: "Start = outstanding on the day before",
  },
  volume: {
    sentence: "Principal lent in the period: every lend that was matched and took effect.",
    formula: "Volume = new + returning",
  },
  exits: {
    sentence:
      "Principal that left lending in the period, by the type of the row. Cash withdrawn from the platform is not an exit.",
    formula: "Exits = scheduled + early + compensated (+ transferred in the gross view)",
  },
  new: {
    sentence: "Volume from a lender's first lending ever, judged over all history before any filter.",
    formula: "New = volume − returning",
  },
  returning: {
    sentence: "Volume from lenders who had lent before.",
    formula: "Returning = volume − new",
  },
  scheduled: { sentence: "Principal returned at maturity or by instalment.", formula: "Scheduled = Σ exit" },
  early: { sentence: "Principal that left before its term was over.", formula: "Early = Σ early_exit" },
  compensated: { sentence: "Principal that a guarantor paid out.", formula: "Compensated = Σ compensation" },
  transferred: {
    sentence: "Claims sold to another lender, which the gross view counts as exits.",
    formula: "Transferred = Σ transfer_out",
  },
  netTransfers: {
    sentence: "Claims bought less claims sold. It is zero unless a transfer is missing its other side.",
    formula: "Net transfers = Σ transfer_in − Σ transfer_out",
  },
  openings: {
    sentence: "Balances from before the files begin, entered as opening rows.",
    formula: "Carried in = Σ opening",
  },
  writeOffs: {
    sentence: "Principal given up as lost: it leaves the balance without cash and is no exit.",
    formula: "Write-offs = Σ write_off",
  },
  bridge: {
    sentence: "How the balance went from the start of the period to its end. The steps add up to the fen.",
    formula: "End = start + new + returning − scheduled − early ± other steps",
  },
  flows: {
    sentence: "The balance at the end of each day, week or month, over what came in and went out during it.",
    formula: "Net change = volume − exits ± net transfers − write-offs + carried in",
  },
};

const zh: typeof en = {
  outstanding: {
    sentence: "期末仍在出借中的本金。逾期未核销的本金仍计入待收。",
    formula: "待收 = 期初 + 成交额 − 退出 ± 债转净额 − 核销 + 结转余额",
  },
  opening: { sentence: "时段开始前一日日终的待收。", formula: "期初待收 = 前一日待收" },
  volume: { sentence: "时段内出借成交的本金，以撮合并生效为准。", formula: "成交额 = 新用户 + 老用户" },
  exits: {
    sentence: "时段内退出出借的本金，按流水类型划分。提现离开平台不算退出。",
    formula: "退出 = 到期 + 提前 + 代偿（全额口径另加债转转出）",
  },
  new: { sentence: "出借人首次出借的成交额，按全部历史判定，先于任何筛选。", formula: "新用户 = 成交额 − 老用户" },
  returning: { sentence: "此前出借过的出借人的成交额。", formula: "老用户 = 成交额 − 新用户" },
  scheduled: { sentence: "到期或按期回款退出的本金。", formula: "到期退出 = Σ exit" },
  early: { sentence: "到期之前退出的本金。", formula: "提前退出 = Σ early_exit" },
  compensated: { sentence: "由担保方代偿的本金。", formula: "代偿 = Σ compensation" },
  transferred: { sentence: "转让给其他出借人的债权，全额口径计为退出。", formula: "债转转出 = Σ transfer_out" },
  netTransfers: {
    sentence: "转入减转出的债权。若不为零，说明有债转缺少对手方。",
    formula: "债转净额 = Σ transfer_in − Σ transfer_out",
  },
  openings: { sentence: "文件开始之前已有的余额，以期初行导入。", formula: "结转余额 = Σ opening" },
  writeOffs: { sentence: "确认损失的本金：离开待收但没有现金流出，不算退出。", formula: "核销 = Σ write_off" },
  bridge: {
    sentence: "待收从期初到期末的变动过程，各步之和精确到分。",
    formula: "期末 = 期初 + 新用户 + 老用户 − 到期 − 提前 ± 其他",
  },
  flows: {
    sentence: "每日、每周或每月末的待收，以及期间的流入与流出。",
    formula: "净变动 = 成交额 − 退出 ± 债转净额 − 核销 + 结转余额",
  },
};

export const definitionStrings: Catalogue<typeof en> = { en, zh };
export type DefinitionId = keyof typeof en;
