import { describe, expect, test } from "vitest";

import { EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import type { TransactionColumn } from "#src/domain/imports.ts";
import { decodeText } from "#test/ingest/decodeText.ts";

import { catalogue, plainTable, recordCases, type Case } from "./support.ts";

const HEADER = "user_id,occurred_at,type,amount";
const row = (lender: string, amount = "5"): string => `${lender},2024-01-05,exit,${amount}`;
const lenders = (...names: readonly string[]) => names.map((lender) => ({ lender }));
const BY_PLACE = { columns: { user_id: 0, occurred_at: 1, type: 2, amount: 3 } } as const;

catalogue("what stands between cells", [
  ...([",", ";", "\t", "|"] as const).map((delimiter): Case => ({
    title: `${JSON.stringify(delimiter)} is found`,
    input: plainTable(row("u1"), row("u2")).replaceAll(",", delimiter),
    verdict: { rows: lenders("u1", "u2"), layout: { delimiter, headerLine: 1 } },
  })),
  {
    title: "a full-width comma in the header alone leaves its columns to be asked for",
    input: plainTable(row("u1"), row("u2")).replace(HEADER, HEADER.replaceAll(",", "，")),
    verdict: {
      refused: "MISSING_COLUMN",
      answers: [
        [
          { headerLine: 0, ...BY_PLACE },
          { rows: lenders("u1", "u2"), rejects: [[1, "WRONG_COLUMN_COUNT", null, "1"]] },
        ],
      ],
    },
  },
  {
    title: "full-width commas everywhere make no columns at all",
    input: plainTable(row("u1")).replaceAll(",", "，"),
    verdict: { refused: "NOT_A_TABLE" },
  },
  {
    title: "a first line that announces it",
    input: `sep=;\r\n${plainTable(row("u1")).replaceAll(",", ";")}`,
    verdict: { rows: [{ lender: "u1", line: 3 }], layout: { delimiter: ";", headerLine: 2 }, skipped: [1] },
  },
]);

catalogue("quotes", [
  {
    title: "hold delimiters, quotes and line breaks, and lines stay physical",
    input: `${HEADER},product,channel\n${row("u1")},"a,b","say ""x"""\n${row("u2")},"two\nlines","c\r\nd\r\ne"\n${row("u3", "x")},P,\n${row("u4")},P,\n`,
    verdict: {
      rows: [
        { line: 2, product: "a,b", channel: 'say "x"' },
        { line: 3, product: "two\nlines", channel: "c\r\nd\r\ne" },
        { line: 8, lender: "u4" },
      ],
      rejects: [[7, "BAD_AMOUNT", "amount", "x"]],
    },
  },
  {
    title: "one that is never closed, in the second of a thousand lines",
    input: plainTable('"u1,2024-01-05,exit,5', ...Array.from({ length: 1000 }, (_, at) => row(`u${at}`))),
    verdict: { refused: "UNCLOSED_QUOTE", line: 2 },
  },
  {
    title: "one that is never closed, near the end",
    input: plainTable(row("u1"), row("u2"), '"u3,2024-01-05,exit,5', row("u4")),
    verdict: { refused: "UNCLOSED_QUOTE", line: 4 },
  },
  {
    title: "one in the middle of a cell is a character",
    input: `${HEADER},product\n${row("u1")},5" pipe\n`,
    verdict: { rows: [{ product: '5" pipe' }] },
  },
  {
    title: "text behind a closing one makes nobody's cells",
    input: plainTable(row("u1"), '"u2"x,2024-01-05,exit,5', row("u3")),
    verdict: { rows: lenders("u1", "u3"), rejects: [[3, "WRONG_COLUMN_COUNT", null, "4"]] },
  },
  {
    title: "a space before the opening one means nothing",
    input: plainTable('u1, "2024-01-05", "exit", "1,000.00"'),
    verdict: { rows: [{ amount: 100000 }] },
  },
]);

catalogue("line breaks", [
  ...(
    [
      ["LF", "\n"],
      ["CRLF", "\r\n"],
      ["CR", "\r"],
      ["CR CR LF", "\r\r\n"],
    ] as const
  ).map(([name, lineBreak]): Case => ({
    title: name,
    input: plainTable(row("u1"), row("u2")).replaceAll("\n", lineBreak),
    verdict: {
      rows: [
        { lender: "u1", line: 2 },
        { lender: "u2", line: 3 },
      ],
    },
  })),
  {
    title: "all of them in one file",
    input: `${HEADER}\r\n${row("u1")}\n${row("u2")}\r${row("u3")}\r\r\n${row("u4")}\n\r\n${row("u5", "x")}\r\n`,
    verdict: {
      rows: [1, 2, 3, 4].map((at) => ({ lender: `u${at}`, line: at + 1 })),
      rejects: [[7, "BAD_AMOUNT", "amount", "x"]],
    },
  },
  { title: "none at the end", input: `${HEADER}\n${row("u1")}`, verdict: { rows: [{ lender: "u1", line: 2 }] } },
  {
    title: "empty lines and lines of spaces are no rows, and count as lines",
    input: `\n${HEADER}\n\n${row("u1")}\n   \n\n${row("u2")}\n\t\n\n`,
    verdict: {
      rows: [
        { lender: "u1", line: 4 },
        { lender: "u2", line: 7 },
      ],
      layout: { headerLine: 2 },
    },
  },
]);

catalogue("rows of another width are never shifted", [
  {
    title: "too short and too long",
    input: plainTable(row("u1"), "u2,2024-01-05,exit", "u3,2024-01-05,exit,5,x"),
    verdict: {
      rows: lenders("u1"),
      rejects: [
        [3, "WRONG_COLUMN_COUNT", null, "3"],
        [4, "WRONG_COLUMN_COUNT", null, "5"],
      ],
    },
  },
  {
    title: "a delimiter behind every row is no column",
    input: `${HEADER},\n${row("u1")},\n${row("u2")},\n`,
    verdict: { rows: 2 },
  },
  {
    title: "a delimiter behind every row but the header",
    input: `${HEADER}\n${row("u1")},\n${row("u2")},\n`,
    verdict: { rows: 2 },
  },
  {
    title: "thousands without quotes",
    input: plainTable(row("u1"), row("u2", "1,234.50")),
    verdict: { rows: lenders("u1"), rejects: [[3, "WRONG_COLUMN_COUNT", null, "5"]] },
  },
]);

const PREAMBLE = [
  "出借平台交易记录明细查询",
  "账号:[ops@example.com]",
  ...Array.from({ length: 20 }, (_, at) => `说明${at + 1}：以下内容仅供核对，请勿外传`),
  "------------------------出借交易明细------------------------",
  "导出时间：2024-02-01 08:00:00",
];

catalogue("lines that are no rows", [
  {
    title: "twenty-four above the header",
    input: [
      ...PREAMBLE,
      "交易流水号,用户编号,交易时间,交易类型,金额（元）",
      "T1,u1,2024-01-05,出借,5.00",
      "T2,u1,2024-01-06,还本,x",
      "",
    ].join("\n"),
    verdict: {
      rows: [{ id: "T1", line: 26 }],
      rejects: [[27, "BAD_AMOUNT", "amount", "x"]],
      layout: { headerLine: 25 },
      skipped: Array.from({ length: 24 }, (_, at) => at + 1),
    },
  },
  {
    title: "a total that agrees",
    input: plainTable(row("u1", "5.00"), row("u2", "6.50"), "合计,,,11.50"),
    verdict: { rows: 2, ignored: 1, skipped: [4], totals: [[1150, 1150]] },
  },
  {
    title: "a total that does not, a count and a stamp",
    input: plainTable(row("u1", "5.00"), row("u2", "6.50"), "总计,,,99.00", "共66笔", "导出时间：2024-02-01 08:00:00"),
    verdict: {
      rows: 2,
      ignored: 3,
      skipped: [4, 5, 6],
      totals: [
        [9900, 1150],
        [66, 2],
      ],
    },
  },
  {
    title: "a total in English",
    input: plainTable(row("u1", "5.00"), "Total,,,5.00", "1 rows"),
    verdict: {
      rows: 1,
      ignored: 2,
      skipped: [3, 4],
      totals: [
        [500, 500],
        [1, 1],
      ],
    },
  },
  {
    title: "the header again, as where exports were joined",
    input: plainTable(row("u1"), HEADER, row("u2"), HEADER.toUpperCase(), row("u3")),
    verdict: { rows: lenders("u1", "u2", "u3"), ignored: 2 },
  },
  {
    title: "the header again in another order",
    input: plainTable(row("u1"), "amount,type,user_id,occurred_at", "7,lend,u2,2024-02-05", "x,lend,u3,2024-02-05"),
    verdict: {
      rows: [
        { lender: "u1", amount: 500 },
        { lender: "u2", amount: 700, at: "2024-02-05 00:00:00" },
      ],
      ignored: 1,
      rejects: [[5, "BAD_AMOUNT", "amount", "x"]],
    },
  },
  {
    title: "comments above everything",
    input: `# exported by the back office\n# for June\n${plainTable(row("u1"))}`,
    verdict: { rows: [{ lender: "u1", line: 4 }], layout: { headerLine: 3 }, skipped: [1, 2] },
  },
  {
    title: "a comment among the rows",
    input: plainTable(row("u1"), "# checked", row("u2")),
    verdict: { rows: lenders("u1", "u2"), rejects: [[3, "WRONG_COLUMN_COUNT", null, "1"]] },
  },
]);

catalogue("columns", [
  {
    title: "in another order, with some that we do not know",
    input: `备注,amount,客户经理,type,occurred_at,user_id\nx,5,y,exit,2024-01-05,u1\n`,
    verdict: { rows: [{ lender: "u1", amount: 500 }], layout: { unused: ["备注", "客户经理"] } },
  },
  {
    title: "one that is missing is named, with those that look like it",
    input: `user_id,occurred_at,type,amonut\n${row("u1")}\n`,
    verdict: {
      refused: "MISSING_COLUMN",
      line: 1,
      column: "amount",
      headersFound: ["user_id", "occurred_at", "type", "amonut"],
      nearest: [{ column: "amount", headers: ["amonut"] }],
      answers: [[BY_PLACE, { rows: lenders("u1") }]],
    },
  },
  {
    title: "two for one amount",
    input: `user_id,occurred_at,type,金额,交易金额(元)\nu1,2024-01-05,exit,5,6\n`,
    verdict: {
      refused: "AMBIGUOUS_COLUMN",
      column: "amount",
      values: ["金额", "交易金额(元)"],
      answers: [
        [BY_PLACE, { rows: [{ amount: 500 }] }],
        [{ columns: { ...BY_PLACE.columns, amount: 4 } }, { rows: [{ amount: 600 }] }],
      ],
    },
  },
  {
    title: "one header twice",
    input: `${HEADER},amount\nu1,2024-01-05,exit,5,6\n`,
    verdict: {
      refused: "AMBIGUOUS_COLUMN",
      column: "amount",
      values: ["amount", "amount"],
      answers: [[BY_PLACE, { rows: [{ amount: 500 }] }]],
    },
  },
  {
    title: "named as parts of an object are",
    input: `__proto__,constructor,${HEADER},toString,hasOwnProperty\n1,2,${row("u1")},3,4\n`,
    verdict: { rows: lenders("u1"), layout: { unused: ["__proto__", "constructor", "toString", "hasOwnProperty"] } },
  },
  {
    title: "without any header",
    input: `${row("u1")}\n${row("u2")}\n`,
    verdict: {
      refused: "MISSING_COLUMN",
      answers: [
        [
          { headerLine: 0, ...BY_PLACE },
          {
            rows: [
              { lender: "u1", line: 1 },
              { lender: "u2", line: 2 },
            ],
          },
        ],
      ],
    },
  },
  { title: "only one", input: "user_id\nu1\nu2\n", verdict: { refused: "MISSING_COLUMN" } },
  { title: "text in lines", input: "Dear all\nplease find attached\n", verdict: { refused: "NOT_A_TABLE" } },
  {
    title: "five thousand of them",
    input: `${HEADER}${",x".repeat(4996)}\n${row("u1")}${",1".repeat(4996)}\n`,
    verdict: { refused: "TOO_LARGE", line: 1 },
  },
  {
    title: "five thousand of them above no row",
    input: `${HEADER}${",x".repeat(4996)}\n`,
    verdict: { refused: "TOO_LARGE", line: 1 },
  },
  {
    title: "one without a name and without cells",
    input: `user_id,,occurred_at,type,amount\nu1,,2024-01-05,exit,5\n`,
    verdict: { rows: lenders("u1"), layout: { unused: [] } },
  },
  {
    title: "one without a name that has cells is not read",
    input: `user_id,,occurred_at,type,amount\nu1,secret,2024-01-05,exit,5\n`,
    verdict: { rows: lenders("u1"), layout: { unused: [] } },
  },
]);

/** Names that exports are known to use, besides our own. */
const NAMES: Readonly<Partial<Record<TransactionColumn, string>>> = {
  txn_id:
    "transaction id|id|order_id|order no|ref|transId|流水号|交易流水号|交易编号|交易单号|交易订单号|订单号|业务单号",
  user_id:
    "lender_id|investor_id|uid|member_id|user id|用户ID|用户编号|会员号|会员编号|出借人|出借人ID|投资人|投资人ID|客户号|userIdcardHash",
  occurred_at:
    "date|time|datetime|trade_time|created at|transTime|交易时间|交易日期|成交时间|发生时间|创建时间|入账时间|日期",
  type: "txn_type|event|transaction type|side|transType|交易类型|业务类型|类型|收支类型|摘要",
  amount: "money|value|principal|transMoney|金额|交易金额|发生额|本金|成交金额|出借金额|投资金额|赎回金额",
  product: "product_name|sourceProductCode|产品|产品名称|产品编号|项目类型|标的|项目",
  term_days: "term|days|period|期限|期限(天)|锁定期",
  maturity_date: "due_date|到期日|到期时间",
  annual_rate: "rate|apr|interest rate|年化利率|年利率|预期年化",
  interest_due: "contract interest|应收利息|预期收益",
  channel: "source|utm_source|渠道|来源渠道|注册渠道",
};
const CELLS: Readonly<Partial<Record<TransactionColumn, string>>> = {
  user_id: "u1",
  occurred_at: "2024-01-05",
  type: "lend",
  amount: "5",
  maturity_date: "2024-02-05",
};

catalogue(
  "names of columns",
  (Object.entries(NAMES) as [TransactionColumn, string][]).map(([column, names]): Case => {
    const header = names.split("|")[0]!;
    const columns = [...new Set<TransactionColumn>(["user_id", "occurred_at", "type", "amount", column])];
    const cells = columns.map((each) => CELLS[each] ?? "1");
    return {
      title: `${column} as ${header}`,
      input: `${columns.map((each) => (each === column ? header : each)).join(",")}\n${cells.join(",")}\n`,
      verdict: { rows: 1, layout: { unused: [] } },
    };
  }),
);

describe("every name of a column is understood, however it is dressed", () => {
  const spellings = (name: string): readonly string[] => [
    name,
    name.toUpperCase(),
    ` ${name}\t`,
    `"${name}"`,
    name.replaceAll(/[ _]/g, "-"),
    name.replaceAll(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  ];
  const every = (Object.entries(NAMES) as [TransactionColumn, string][]).flatMap(([column, names]) =>
    names.split("|").flatMap((name) => spellings(name).map((header) => ({ column, header }))),
  );

  test.each(every)("$column as '$header'", async ({ column, header }) => {
    const others = (["user_id", "occurred_at", "type", "amount"] as const).filter((other) => other !== column);
    const { file } = await decodeText(`${header},${others.join(",")}\n`);
    expect(file?.layout.mapping.map((mapped) => mapped.column).toSorted()).toEqual([column, ...others].toSorted());
  });

  test.each(["金额（元）", "金额(元)", "amount (CNY)", "金额【元】", "\ufeff金额"])(
    "amount as '%s'",
    async (header) => {
      const { file } = await decodeText(`${header},user_id,occurred_at,type\n5,u1,2024-01-05,exit\n`);
      expect(file).toMatchObject({ rows: 1, layout: { amountScaleFen: 100 } });
    },
  );
});

/** Words that exports are known to use for each event. */
const WORDS: Readonly<Record<EventType, string>> = {
  lend: "lend|出借|投资|投标|成交|购买|申购|加入|复投|续投|自动投标|invest|investment|purchase",
  exit: "exit|回款本金|还本|到期退出|到期赎回|兑付|本金回款|本金回收|退出|赎回|回款|repayment principal|redemption",
  early_exit: "early_exit|提前退出|提前赎回|提前还款|early redemption|prepayment",
  compensation: "compensation|代偿|buyback",
  transfer_in: "transfer_in|债权受让|承接|转让买入",
  transfer_out: "transfer_out|债权转让|转让|转让卖出",
  write_off: "write_off|核销|坏账核销",
  opening: "opening|期初",
  interest: "interest|利息|收益|回款利息",
  fee: "fee|服务费|手续费|管理费",
  subsidy: "subsidy|红包|加息券|返现|奖励|体验金收益|bonus|cashback",
  deposit: "deposit|recharge|充值",
  withdraw: "withdraw|提现|withdrawal",
};

catalogue(
  "words for events",
  EVENT_TYPES.map((type): Case => {
    const words = WORDS[type].split("|").flatMap((word) => [word, ` ${word.toUpperCase()} `]);
    return {
      title: type,
      input: plainTable(...words.map((word) => `u1,2024-01-05,${word},5`)),
      verdict: { rows: words.map(() => ({ type })) },
    };
  }),
);

recordCases("structure", 0);
