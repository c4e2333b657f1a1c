import type { DatasetName } from "#src/domain/datasets.ts";

import type { Catalogue } from "./language.tsx";

type Names = Readonly<Record<DatasetName, string>>;

const en: Names = {
  transactions: "Transactions",
  lenders: "Lenders",
  spend: "Acquisition spend",
  loans: "Loans",
  funds: "Backing funds",
  targets: "Targets",
  annotations: "Annotations",
};

const zh: Names = {
  transactions: "交易流水",
  lenders: "出借人",
  spend: "获客费用",
  loans: "借款",
  funds: "保障资金",
  targets: "目标",
  annotations: "事件标注",
};

/** What can be imported, by the name that people read. */
export const datasetNames: Catalogue<Names> = { en, zh };
