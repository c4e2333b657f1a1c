import type { ScreenId } from "#src/app/shell/screens.ts";

/** What each screen answers, in the words of those who ask; both languages are understood in either. */
export const ALIASES: Readonly<Record<ScreenId, string>> = {
  overview: "outstanding balance north star bridge 待收 北极星 概览",
  trends: "time series chart volume exits flows 走势 成交额 退出 时间序列",
  targets: "goal pace plan note annotation 目标 进度 计划 备注 标注",
  acquisition:
    "bonus hunter CAC payback LTV funnel spend campaign 羊毛党 回本 漏斗 获客成本 生命周期价值 投放 渠道成本 活动",
  compare: "side by side versus channels products segments 比较 并排 渠道对比",
  cohorts: "retention projection renewal survival LTV 留存 预测 续投 复投 生命周期价值",
  growth: "new returning reactivated churn states quick ratio 新增 复投 召回 流失 状态",
  activation: "activation A/B aha moment second lend 激活 啊哈时刻 二次出借",
  lenders: "segment list explorer filter user CSV 分群 名单 用户 筛选",
  lender: "profile timeline user one lender 用户 明细",
  concentration: "Gini HHI Lorenz top 10 whales largest 基尼 洛伦兹 前十大 大户",
  profitability: "profit IRR XIRR product loan APR margin break-even what-if 盈利 利润 产品 年化 信贷 保本",
  vintages: "vintage bad debt NPL overdue prepayment loss 账龄 坏账 逾期 提前还款 不良",
  matching: "match ratio idle money mismatch ladder borrowers 匹配 闲置 期限错配 借款",
  leverage: "leverage backing guarantee funds shareholder stress capital 杠杆 担保 净资产 股东 压力",
  data: "import upload drop file checks errors rejected 导入 上传 文件 校验 错误",
  settings: "switches margin spread internal accounts backup restore erase 口径 利差 内部账户 备份 恢复 清除",
  definitions: "glossary formula metric meaning help 术语 公式 指标 帮助",
};
