import type { Catalogue } from "#src/ui/language.tsx";

import type { FindingWords } from "./findingModel.ts";
import { findingWordsEn } from "./findingWordsEn.ts";

type Known = Readonly<Record<keyof typeof findingWordsEn, FindingWords>>;

const zh: Known = {
  "days-missing": {
    title: "没有数据的日期",
    how: "首日与末日之间的每个自然日都应至少有一行数据（不限类型）。相邻的缺失日合并为一段，点击可查看前后两天的明细。",
    fix: "请重新导出这些日期并拖入。若平台当日停业，则无需处理。",
    label: "day",
    figure: (value) => `缺 ${value} 天`,
  },
  "days-partial": {
    title: "数据可能不完整的日期",
    how: "当日有数据，但行数不足平常的 25%。平常值为前后各 8 周内、最近 8 个有数据的相同星期几的中位数；平常值低于 20 行，或可比日少于 4 个时不作判断。",
    fix: "请与后台核对；若导出被截断，请重新导出当日。节假日属正常情况。",
    label: "day",
    figure: (value, expected) => `${value} 行，平常 ${expected} 行`,
  },
  "last-day-cut": {
    title: "最后一天中午前即结束",
    how: "最后一天的最后一行早于 12:00，而此前 28 天每日最后一行的中位数在 18:00 或以后（其中至少 14 天有数据）。没有时刻的文件不作判断。",
    fix: "文件可能是当天中途导出的，请在当日结束后重新导入。",
    label: "day",
    figure: (value) => `目前 ${value} 行`,
  },
  "transfers-unpaired": {
    title: "债权转让两边不相等",
    how: "同一天内，转让买入合计应等于转让卖出合计，精确到分。",
    fix: "缺少其中一方，或记在了另一天：请核对每笔转让的买卖双方。在此之前，待收会相差该差额。",
    label: "day",
    figure: (value, expected) => `买入 ${value}，卖出 ${expected}`,
  },
  "volume-jumps": {
    title: "成交额异常高的日期",
    how: "当日出借额超过前后各 30 天中有数据日期的中位数的 10 倍。可比日少于 14 天或中位数为零时不作判断。",
    fix: "请查找是否有单笔巨额出借、同一天以两个文件名重复导入，或金额单位错误。",
    label: "day",
    figure: (value, expected) => `${value}，平常 ${expected}`,
  },
  "exits-jump": {
    title: "退出额异常高的日期",
    how: "当日到期、提前与代偿退出合计超过前后各 30 天中有数据日期的中位数的 10 倍。可比日少于 14 天或中位数为零时不作判断。",
    fix: "请查找是否有产品集中到期、退出重复记录，或金额单位错误。",
    label: "day",
    figure: (value, expected) => `${value}，平常 ${expected}`,
  },
  "balances-negative": {
    title: "取出多于投入的出借人",
    how: "某日日终余额低于零。显示的是最低余额，由截至首次达到该余额之日的全部明细得出。超过 50 位时，列出目前低于零最多的出借人。",
    fix: "缺少这些出借人的出借、受让或期初余额，或退出被重复记录。请导入更早的日期或期初余额。",
    label: "lender",
    figure: (value) => `最低余额 ${value}`,
  },
  "exits-before-first-lend": {
    title: "首次出借之前已有退出",
    how: "退出、转让卖出或核销早于该出借人的首次出借、受让或期初余额（精确到秒）。显示其合计，金额大者在前。",
    fix: "数据晚于平台历史的起点。请导入更早的日期，或导入期初余额文件。",
    label: "lender",
    figure: (value) => `投入之前已取出 ${value}`,
  },
  "lenders-alike": {
    title: "相似的出借人编号",
    how: "忽略大小写、全角形式、不可见空白、前导零，以及形似拉丁字母的西里尔、希腊字母后相同，且均有数据的编号。编号超过 200 万个时不作比对。",
    fix: "若为同一人，请统一导出中的编号写法后重新导入；否则无需处理。",
    label: "lender",
    figure: (value) => `${value} 行`,
  },
  "control-totals": {
    title: "文件合计与明细不符",
    how: "数据下方的合计行写明了金额或行数，与其上方的明细核对（被拒绝的行，只要单元格可读也计入），有任何差额即列出。",
    fix: "文件在导出后可能被截断或修改，或合计口径不同。请重新导出并核对。",
    label: "text",
    figure: (value, expected) => `明细 ${value}，合计行 ${expected}`,
  },
  "unit-slips": {
    title: "金额单位可能有误的文件",
    how: "文件出借金额的中位数（取前 100,000 笔）与此前导入文件相比，约为 100 倍、1 万倍或 100 万倍，或其几分之一（误差 20% 以内）。出借少于 20 笔的文件不作判断。",
    fix: "可能混淆了分、元与万元。请撤销此次导入，重新拖入时选择金额单位。",
    label: "text",
    figure: (value, expected) => `中位数 ${value}，此前为 ${expected}`,
  },
  "rows-rejected": {
    title: "被拒绝的行过多的文件",
    how: "读取的行中超过 5% 被拒绝。",
    fix: "打开该次导入查看原因，下载被拒绝的行，修正后重新拖入。",
    label: "text",
    figure: (value, expected) => `${expected} 行中 ${value} 行被拒绝`,
  },
  "types-unmapped": {
    title: "未识别的交易类型",
    how: "类型不在已知词汇之内的行会被拒绝，不计入任何指标。按文件中的原值计数。",
    fix: "请撤销该次导入并重新拖入文件：预览会询问每种类型的含义，并予以记住。",
    label: "text",
    figure: (value) => `${value} 行未计入`,
  },
  "terms-missing": {
    title: "没有期限的出借",
    how: "既无期限也无到期日的出借，按文件统计。它们计入成交额与余额，但不计入年化成交额。",
    fix: "请同时导出期限或到期日。在明细中按期限排序，没有期限的排在最前。",
    label: "text",
    figure: (value, expected) => `${expected} 笔出借中 ${value} 笔`,
  },
  "future-rows": {
    title: "日期在未来的行",
    how: "日期晚于今天的行。会保留，但在该日到来之前不计入任何指标。",
    fix: "请检查文件中的年份及日、月顺序。若日期有误，请撤销导入，重新拖入时指定顺序。",
    label: "day",
    figure: (value) => `${value} 行`,
  },
};

export const findingWords: Catalogue<Readonly<Record<string, FindingWords>>> = { en: findingWordsEn, zh };
