import type { TableColumnName, TableName } from "#src/domain/datasets.ts";

import { plainWord } from "#src/ingest/text/plainWord.ts";

type Words = Readonly<Record<string, readonly string[]>>;

/** Our own words for values that figures depend on, and what exports write for them. */
const WORDS: Readonly<Partial<Record<TableName, Readonly<Partial<Record<TableColumnName, Words>>>>>> = {
  lenders: {
    channel_kind: {
      online: ["online", "线上", "线上渠道", "互联网", "网络", "internet", "web", "app"],
      offline: ["offline", "线下", "线下渠道", "门店", "网点", "branch", "store"],
    },
    gender: {
      female: ["female", "f", "woman", "女", "女性", "女士"],
      male: ["male", "m", "man", "男", "男性", "先生"],
    },
  },
  spend: {
    kind: {
      subsidy: ["subsidy", "subsidies", "补贴", "新客补贴", "用户补贴", "红包", "首投返现", "体验金"],
    },
  },
  loans: {
    method: {
      level: ["level", "annuity", "equal_instalments", "equal_installments", "emi", "等额本息", "等额还款"],
      equal_principal: ["equal_principal", "linear", "等额本金"],
      interest_only: [
        ...[
          "interest_only",
          "interest_first",
          "先息后本",
          "按月付息到期还本",
          "按月还息到期还本",
          "按月付息、到期还本",
        ],
        ...["按月付息,到期还本", "每月付息到期还本", "付息还本"],
      ],
      bullet: [
        ...["bullet", "one_off", "lump_sum", "到期还本付息", "一次性还本付息", "到期一次性还本付息"],
        ...["一次还本付息", "到期一次还本付息"],
      ],
    },
    status: {
      settled: ["settled", "closed", "paid", "paid_off", "repaid", "已结清", "结清", "已还清", "已完成"],
      current: ["current", "active", "performing", "repaying", "还款中", "正常", "正常还款", "履约中"],
      overdue: ["overdue", "late", "past_due", "逾期", "已逾期", "逾期中"],
      bad: ["bad", "default", "defaulted", "written_off", "charged_off", "坏账", "不良", "核销", "已核销"],
    },
  },
  funds: {
    kind: {
      guarantee: ["guarantee", "guarantor", "担保", "担保公司", "融资担保", "担保公司净资产"],
      insurance: ["insurance", "保险", "履约保险", "保险公司"],
      net_assets: ["net_assets", "net_asset", "equity", "净资产", "平台净资产", "所有者权益"],
      last_year_profit: [
        ...["last_year_profit", "net_profit", "last_year_net_profit", "上年净利润", "上一年净利润", "去年净利润"],
        "净利润",
      ],
      vc_financing: ["vc_financing", "financing", "venture_capital", "实际融资额", "风投融资", "风险投资", "融资额"],
      paid_in_capital: ["paid_in_capital", "paid_up_capital", "实缴资本", "实缴注册资本", "实收资本"],
      collateral: ["collateral", "抵押物", "抵押", "抵质押物", "质押物"],
      shareholder: ["shareholder", "shareholders", "股东", "股东资金", "股东出资"],
    },
    relation: {
      partner: ["partner", "合作", "合作方", "合作伙伴"],
      own: ["own", "self", "自有", "平台", "平台自有"],
      controlling: ["controlling", "控股", "控股股东"],
      financial: ["financial", "财务", "财务投资", "财务投资人", "财务股东"],
    },
    main_business: { yes: ["yes", "y", "true", "1", "是"], no: ["no", "n", "false", "0", "否", "不是"] },
  },
  targets: {
    metric: {
      outstanding: ["outstanding", "待收", "待收余额", "待收本金"],
      volume: ["volume", "成交额", "成交", "交易额"],
      volume_new: ["volume_new", "new_volume", "新客成交额", "新出借人成交额", "新用户成交额", "新增成交额"],
      volume_returning: [
        "volume_returning",
        "returning_volume",
        "老客成交额",
        "老出借人成交额",
        "老用户成交额",
        "复投额",
      ],
      exits: ["exits", "退出", "退出金额"],
      net_inflow: ["net_inflow", "净流入", "净流入额", "资金净流入"],
      new_lenders: ["new_lenders", "新出借人", "新增出借人", "新客数", "新增出借人数", "首投人数"],
    },
  },
};

/** Our own word for each plain word of a column; undefined where its texts stand as they are. */
export function ownWords(dataset: TableName, column: string): ReadonlyMap<string, string> | undefined {
  const columns: Readonly<Record<string, Words | undefined>> = WORDS[dataset] ?? {};
  const words = columns[column];
  if (words === undefined) return undefined;
  return new Map(
    Object.entries(words).flatMap(([own, synonyms]) => synonyms.map((word) => [plainWord(word), own] as const)),
  );
}
