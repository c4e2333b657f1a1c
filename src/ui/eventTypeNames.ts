import type { EventType } from "#src/domain/eventTypes.ts";

import type { Catalogue } from "./language.tsx";

type Names = Readonly<Record<EventType, string>>;

const en: Names = {
  lend: "Lend",
  exit: "Scheduled exit",
  early_exit: "Early exit",
  compensation: "Compensation",
  transfer_in: "Transfer in",
  transfer_out: "Transfer out",
  write_off: "Write-off",
  opening: "Opening balance",
  interest: "Interest",
  fee: "Fee",
  subsidy: "Subsidy",
  deposit: "Deposit",
  withdraw: "Withdrawal",
};

const zh: Names = {
  lend: "出借",
  exit: "到期退出",
  early_exit: "提前退出",
  compensation: "代偿",
  transfer_in: "债转转入",
  transfer_out: "债转转出",
  write_off: "核销",
  opening: "期初余额",
  interest: "利息",
  fee: "费用",
  subsidy: "补贴",
  deposit: "充值",
  withdraw: "提现",
};

/** What happens to money, by the name that people read. */
export const eventTypeNames: Catalogue<Names> = { en, zh };
