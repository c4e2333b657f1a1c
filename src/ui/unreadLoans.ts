import { LOAN_METHODS, type LoanMethod } from "#src/domain/loans.ts";

import type { Format } from "./format.ts";
import { plural, useFormat, useStrings, type Catalogue } from "./language.tsx";

const en = {
  unread: {
    one: "1 loan of the file could not be read and is in no figure:",
    other: "# loans of the file could not be read and are in no figure:",
  },
  none: {
    one: "The only loan of the file could not be read",
    other: "None of the # loans of the file could be read",
  },
  why: {
    one: "Its repayment method is not known, or it has no principal, no rate, or no period from 1 to 1,200 months.",
    other: "Each has an unknown repayment method, or no principal, no rate, or no period from 1 to 1,200 months.",
  },
  method: {
    one: (methods: string) => `Its repayment method is not known: ${methods}.`,
    other: (methods: string) => `Their repayment methods are not known: ${methods}.`,
  },
  quoted: (method: string) => `“${method}”`,
  named: (ids: string) => `${ids}.`,
  first: (ids: string) => `first ${ids}`,
  readMethods: (methods: string) => `Methods that are read: ${methods}.`,
  write: (methods: string) => `Write one of these in the column of the method and import the file again: ${methods}.`,
  methods: {
    level: "level (等额本息)",
    equal_principal: "equal_principal (等额本金)",
    interest_only: "interest_only (先息后本)",
    bullet: "bullet (到期还本付息)",
  } satisfies Record<LoanMethod, string>,
  bySchedule: "repaid_principal has no value: loans count as repaid by their schedule in what is still owed.",
  between: " ",
};
const zh: typeof en = {
  unread: { one: "文件中有 # 笔借款无法读取，未计入任何数据：", other: "文件中有 # 笔借款无法读取，未计入任何数据：" },
  none: { one: "文件中没有可读取的借款（共 # 笔）", other: "文件中没有可读取的借款（共 # 笔）" },
  why: {
    one: "其还款方式未知，或没有本金、利率，或期数不在 1 至 1,200 个月之内。",
    other: "每笔的还款方式未知，或没有本金、利率，或期数不在 1 至 1,200 个月之内。",
  },
  method: {
    one: (methods) => `其还款方式无法识别：${methods}。`,
    other: (methods) => `其还款方式均无法识别：${methods}。`,
  },
  quoted: (method) => `“${method}”`,
  named: (ids) => `${ids}。`,
  first: (ids) => `前几笔为 ${ids}`,
  readMethods: (methods) => `可识别的还款方式：${methods}。`,
  write: (methods) => `请在还款方式一列填写以下之一，并重新导入：${methods}。`,
  methods: {
    level: "等额本息（level）",
    equal_principal: "等额本金（equal_principal）",
    interest_only: "先息后本（interest_only）",
    bullet: "到期还本付息（bullet）",
  },
  bySchedule: "repaid_principal 没有任何值：未还本金视为按计划还款。",
  between: "",
};
const strings: Catalogue<typeof en> = { en, zh };

/** As the engine tells it. */
export interface Unread {
  readonly unread: number;
  readonly unreadIds: readonly string[];
  readonly unreadMethods: readonly string[];
}

interface UnreadTexts {
  /** How many loans are in no figure, which come first, why, and which methods would be read; null when all were read. */
  readonly some: string | null;
  /** Where none could be read, in few words, and what to do about it. */
  readonly none: { readonly message: string; readonly hint: string };
  /** What is owed is by the schedule. */
  readonly bySchedule: string;
}

/** What to say of loans that could not be read (LF1), and of those that do not tell what was repaid. */
export function useUnreadTexts(told: Unread): UnreadTexts {
  const words = useStrings(strings);
  const format = useFormat();
  const { unread } = told;
  const counted = (forms: Forms) => plural(format.language, unread, forms).replace("#", () => format.count(unread));
  const why = whyOf(told, { words, format });
  const named = words.named(namesOf(told, { words, format }));
  const readable = format.list(LOAN_METHODS.map((method) => words.methods[method]));
  const some = [counted(words.unread) + words.between + named, why, words.readMethods(readable)];
  return {
    some: unread === 0 ? null : some.join(words.between),
    none: { message: counted(words.none), hint: [why, words.write(readable)].join(words.between) },
    bySchedule: words.bySchedule,
  };
}

interface Forms {
  readonly one: string;
  readonly other: string;
}

interface Spoken {
  readonly words: typeof en;
  readonly format: Format;
}

function namesOf({ unread, unreadIds }: Unread, { words, format }: Spoken): string {
  const ids = format.list(unreadIds);
  return unread > unreadIds.length ? words.first(ids) : ids;
}

function whyOf({ unread, unreadMethods }: Unread, { words, format }: Spoken): string {
  if (unreadMethods.length === 0) return unread === 1 ? words.why.one : words.why.other;
  const methods = format.list(unreadMethods.map(words.quoted));
  return unread === 1 ? words.method.one(methods) : words.method.other(methods);
}
