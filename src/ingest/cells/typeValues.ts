import { EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import type { TypeAnswer } from "#src/domain/reading.ts";

import { ABSENT, ByteTable } from "#src/ingest/text/byteTable.ts";
import { textOf } from "#src/ingest/text/bytes.ts";
import { nameText, trimmed } from "./cellText.ts";
import { plainWord } from "#src/ingest/text/plainWord.ts";

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
    "repayment principal",
    "principal repayment",
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

/** Beside the places in `EVENT_TYPES`: what else a value may stand for. */
export const TYPE_IGNORED = 254;
export const TYPE_BY_SIGN = 255;

/** The value under which somebody answers what a type and its description together are. */
export function typeValue(type: string, description: string | undefined): string {
  const first = trimmed(type);
  const second = description === undefined ? "" : trimmed(description);
  return second === "" ? first : `${first} / ${second}`;
}

/** Codes of the type values of one file: as somebody answered, else as exports use to call events. */
export class TypeTable {
  readonly #spellings = new ByteTable();
  readonly #answers: ReadonlyMap<string, number>;
  readonly #ofPair = new Map<string, number>();

  constructor(answers: Readonly<Record<string, TypeAnswer>> = {}) {
    this.#answers = new Map(Object.entries(answers).map(([value, answer]) => [value, codeOf(answer)]));
  }

  /** Place in `EVENT_TYPES`, TYPE_IGNORED, TYPE_BY_SIGN, or ABSENT for a value that nobody has mapped. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const known = this.#spellings.find(bytes, from, to);
    if (known !== ABSENT) return known;
    const text = textOf(bytes, from, to);
    const type = this.#answers.get(trimmed(text)) ?? this.#answers.get(nameText(text)) ?? ofWord(text);
    if (type !== ABSENT) this.#spellings.add(bytes.subarray(from, to), type);
    return type;
  }

  /** The same for a type with its description. Without an answer both must say the same, or one nothing. */
  findPair(type: string, description: string): number {
    const value = typeValue(type, description);
    const known = this.#ofPair.get(value);
    if (known !== undefined) return known;
    const code = this.#answers.get(value) ?? ofPair(trimmed(type), trimmed(description));
    if (this.#ofPair.size < MOST_PAIRS) this.#ofPair.set(value, code);
    return code;
  }
}

/** A description may be a different text in every row. */
const MOST_PAIRS = 10_000;

function codeOf(answer: TypeAnswer): number {
  if (answer === "ignore") return TYPE_IGNORED;
  return answer === "by_sign" ? TYPE_BY_SIGN : EVENT_TYPES.indexOf(answer);
}

function ofWord(text: string): number {
  return TYPE_OF_WORD.get(plainWord(text)) ?? ABSENT;
}

function ofPair(type: string, description: string): number {
  if (description === "") return ofWord(type);
  if (type === "") return ofWord(description);
  return ofWord(type) === ofWord(description) ? ofWord(type) : ABSENT;
}
