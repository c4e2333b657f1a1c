/**
 * Statuses of what did not happen, or has not yet. As plain words: lower case, half width, without blanks, hyphens
 * and underscores; a status is to be brought into that form before it is looked up.
 */
export const NOT_DONE_STATUSES: ReadonlySet<string> = new Set(
  [
    "失败 交易失败 支付失败 处理失败 付款失败 已失败 处理中 支付中 待处理 待支付 待付款 待确认 待审核 审核中 未支付 未完成",
    "已撤销 撤销 撤回 已撤回 已撤单 撤单 关闭 已关闭 交易关闭 取消 已取消 交易取消 作废 已作废 已失效 已冲正 冲正 已拒绝 拒绝 驳回 已驳回 流标 已流标",
    "failed fail failure error pending processing inprocess inprogress unpaid",
    "cancelled canceled cancel reversed reversal closed void voided expired rejected declined aborted timeout",
  ].flatMap((words) => words.split(" ")),
);
