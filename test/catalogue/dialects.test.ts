import { catalogue, recordCases, type Case } from "./support.ts";

/** Two free cells behind the required ones: what dialects differ about goes there. */
const HEADER = "user_id,occurred_at,type,amount,product,channel";
const ROW = "u1,2024-01-05,exit,5";

interface Dialect {
  readonly title: string;
  /** Rows as the file spells the two free cells, and what they are. */
  readonly rows: readonly (readonly [spelled: string, product: string, channel: string])[];
  readonly lineBreak?: string;
}

const DIALECTS: readonly Dialect[] = [
  { title: "simple", rows: [["1,2", "1", "2"]] },
  { title: "simple with CRLF", rows: [["1,2", "1", "2"]], lineBreak: "\r\n" },
  { title: "a comma in quotes", rows: [['"Main St, 1",2', "Main St, 1", "2"]] },
  { title: "escaped quotes", rows: [['"ha ""ha"" ha",4', 'ha "ha" ha', "4"]] },
  {
    title: "line breaks in quotes",
    rows: [
      ['"Once upon \na time",5', "Once upon \na time", "5"],
      ["7,8", "7", "8"],
    ],
  },
  {
    title: "line breaks in quotes with CRLF",
    rows: [
      ['"Once upon \r\na time",5', "Once upon \r\na time", "5"],
      ["7,8", "7", "8"],
    ],
    lineBreak: "\r\n",
  },
  {
    title: "empty cells",
    rows: [
      ['"",""', "", ""],
      ["2,", "2", ""],
      [",3", "", "3"],
    ],
  },
  {
    title: "empty cells with CRLF",
    rows: [
      ['"",""', "", ""],
      ["2,", "2", ""],
      [",3", "", "3"],
    ],
    lineBreak: "\r\n",
  },
  {
    title: "quotes and line breaks",
    rows: [
      ['"ha \n""ha"" \nha",4', 'ha \n"ha" \nha', "4"],
      ['" \n""""\n ",5', '""', "5"],
    ],
  },
  {
    title: "UTF-8",
    rows: [
      ["ʤ,5", "ʤ", "5"],
      ["稳赢,６", "稳赢", "６"],
    ],
  },
  {
    title: "JSON in a cell",
    rows: [
      [
        '"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}",1',
        '{"type": "Point", "coordinates": [102.0, 0.5]}',
        "1",
      ],
    ],
  },
  {
    title: "places on earth",
    rows: [
      ["-122.335,47.6136", "-122.335", "47.6136"],
      ['"47° 36\' 49"" N",Seattle', "47° 36' 49\" N", "Seattle"],
    ],
  },
];

const spelled = ({ rows, lineBreak = "\n" }: Dialect): string =>
  [HEADER, ...rows.map(([cells]) => `${ROW},${cells}`), ""].join(lineBreak);

catalogue(
  "dialects",
  DIALECTS.map((dialect): Case => {
    const { title, rows } = dialect;
    let line = 2;
    const wanted = rows.map(([cells, product, channel]) => {
      const row = { line, product, channel };
      line += cells.split("\n").length;
      return row;
    });
    return { title, input: spelled(dialect), verdict: { rows: wanted } };
  }),
);

catalogue("dialects in one file", [
  {
    title: "every row of all of them, under line breaks of every kind in turn",
    input: DIALECTS.flatMap(({ rows }) => rows).reduce(
      (text, [cells], at) => `${text}${ROW},${cells}${["\n", "\r\n", "\r"][at % 3]}`,
      `${HEADER}\r\n`,
    ),
    verdict: { rows: DIALECTS.flatMap(({ rows }) => rows.map(([, product, channel]) => ({ product, channel }))) },
  },
]);

recordCases("dialects", 0);
