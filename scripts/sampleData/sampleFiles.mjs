import { lendersCsv } from "./lendersFile.mjs";
import { simulateLedger } from "./ledgerSimulation.mjs";
import { loansCsv } from "./loansFile.mjs";
import { annotationsCsv, fundsCsv, targetsCsv } from "./planFiles.mjs";
import { LAST_DAY } from "./platform.mjs";
import { registeredLenders } from "./registrations.mjs";
import { spendCsv } from "./spendFile.mjs";
import { transactionFiles } from "./transactionFiles.mjs";

/** Every generated file of `sample-data/` as text, by its path in there; always the same. */
export function sampleFiles() {
  const lenders = registeredLenders();
  const ledger = simulateLedger(lenders);
  return new Map([
    ...transactionFiles(ledger.rowsByDay),
    ["lenders.csv", lendersCsv(lenders, ledger.firstLendById)],
    ["spend.csv", spendCsv(lenders, ledger)],
    ["loans.csv", loansCsv(ledger.outstandingByDay, LAST_DAY)],
    ["funds.csv", fundsCsv()],
    ["targets.csv", targetsCsv()],
    ["annotations.csv", annotationsCsv()],
  ]);
}
