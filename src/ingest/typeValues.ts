import { EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";

import { ABSENT, ByteTable } from "./byteTable.ts";
import { textOf } from "./bytes.ts";
import { plainWord } from "./plainWord.ts";

/** What exports call each event; matched as plain words (`plainWord`). */
const SYNONYMS: Readonly<Record<EventType, readonly string[]>> = {
  lend: [
    "lend",
    "出借",
    "投资",
    "投标",
    "成交",
    "购买",
    "申购",
    "加入",
    "复投",
    "续投",
    "自动投标",
    "invest",
    "investment",
    "purchase",
  ],
  exit: [
    "exit",
    "回款本金",
    "还本",
    "到期退出",
    "到期赎回",
    "兑付",
    "本金回款",
    "本金回收",
    "退出",
    "赎回",
    "回款",
    "repayment",
    "principal",
    "redemption",
  ],
  early_exit: ["early_exit", "提前退出", "提前赎回", "提前还款", "early redemption", "early repayment", "prepayment"],
  compensation: ["compensation", "代偿", "buyback"],
  transfer_in: ["transfer_in", "债权受让", "受让", "承接", "转让买入"],
  transfer_out: ["transfer_out", "债权转让", "转让", "转让卖出"],
  write_off: ["write_off", "核销", "坏账核销"],
  opening: ["opening", "opening balance", "期初", "期初余额"],
  interest: ["interest", "利息", "收益", "回款利息"],
  fee: ["fee", "服务费", "手续费", "管理费"],
  subsidy: ["subsidy", "红包", "加息券", "返现", "奖励", "体验金收益", "bonus", "cashback"],
  deposit: ["deposit", "recharge", "充值"],
  withdraw: ["withdraw", "提现", "withdrawal"],
};

const TYPE_OF_WORD: ReadonlyMap<string, number> = new Map(
  EVENT_TYPES.flatMap((type, code) => SYNONYMS[type].map((word) => [plainWord(word), code] as const)),
);

/** Codes of the type values of one file. */
export class TypeTable {
  readonly #spellings = new ByteTable();

  /** Place in `EVENT_TYPES`, or ABSENT for a value that nobody has mapped. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const known = this.#spellings.find(bytes, from, to);
    if (known !== ABSENT) return known;
    const type = TYPE_OF_WORD.get(plainWord(textOf(bytes, from, to))) ?? ABSENT;
    if (type !== ABSENT) this.#spellings.add(bytes.subarray(from, to), type);
    return type;
  }
}
