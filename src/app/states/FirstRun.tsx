import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArchiveRestore, BookOpen } from "lucide-react";

import { DATASETS, type DatasetName } from "#src/domain/datasets.ts";
import { screensWithout } from "#src/app/shell/screens.ts";
import { strings as shellStrings } from "#src/app/shell/strings.ts";
import { importsQuery } from "#src/features/data/queries.ts";
import { buttonClass } from "#src/ui/Button.tsx";
import { datasetNames } from "#src/ui/datasetNames.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { FileNeeds } from "./FileNeeds.tsx";
import { firstRunStrings } from "./firstRunStrings.ts";
import { FirstRunTarget } from "./FirstRunTarget.tsx";
import { FormulaTree } from "./FormulaTree.tsx";

export interface FirstRunProps {
  /** Imports that are stored without a single row that counts. */
  readonly imports: number;
}

/** The first screen of a newcomer: what Dipper answers, and the one thing to do. */
export function FirstRun({ imports }: FirstRunProps) {
  const words = useStrings(firstRunStrings);
  return (
    <div className="mx-auto flex max-w-[1040px] flex-col gap-6 py-2 md:py-6">
      {imports > 0 && <NothingCounts />}
      <section className="grid items-center gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_440px]">
        <div className="flex flex-col gap-3">
          <h2 className="text-[26px]/[34px] font-title tracking-(--kpi-tracking) text-balance">{words.title}</h2>
          <p className="max-w-prose text-[14px]/[22px] text-ink-2">{words.lead}</p>
          <ul className="flex flex-col gap-1.5 text-[14px]/[22px]">
            {words.questions.map((question) => (
              <li key={question} className="flex items-baseline gap-2.5">
                <span className="size-1.5 shrink-0 -translate-y-px rounded-full bg-ink" aria-hidden />
                {question}
              </li>
            ))}
          </ul>
        </div>
        <FormulaTree />
      </section>
      <FirstRunTarget />
      <FileNeeds />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link
          to="/definitions"
          className="inline-flex items-center gap-1.5 font-medium text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink"
        >
          <BookOpen size={14} aria-hidden />
          {words.definitions}
        </Link>
        <Link
          to="/settings"
          className="inline-flex items-center gap-1.5 font-medium text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink"
        >
          <ArchiveRestore size={14} aria-hidden />
          {words.backup}
        </Link>
      </p>
    </div>
  );
}

/** Why imports are stored and no figure is shown: nobody gave transactions, or none of them could be used. */
function NothingCounts() {
  const words = useStrings(firstRunStrings);
  const names = useStrings(datasetNames);
  const shell = useStrings(shellStrings);
  const format = useFormat();
  const { methods, revision, status } = useEngine();
  const { data: records } = useQuery(importsQuery(methods, revision));
  if (records === undefined) return null;
  const filesOf = (name: DatasetName): number =>
    records.filter(({ dataset = "transactions" }) => dataset === name).length;
  const stored = DATASETS.flatMap((name) => {
    const files = filesOf(name);
    return files === 0 ? [] : [words.storedFiles(names[name], files, format.count(files))];
  });
  const hasTransactions = filesOf("transactions") > 0;
  const why = hasTransactions
    ? words.noRowsDetail(records.length, format.count(records.length))
    : words.noTransactionsDetail(stored.join(format.language === "zh" ? "、" : ", "));
  const screens = screensWithout(status);
  const suffice = screens.length > 0 && words.loansSuffice(format.list(screens.map(({ id }) => shell.screens[id])));
  return (
    <PanelEmpty
      message={hasTransactions ? words.noRows : words.noTransactions}
      hint={suffice === false ? why : `${why}${format.language === "zh" ? "" : " "}${suffice}`}
      heightPx={120}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {screens.map(({ id, path }) => (
            <Link key={id} to={path} className={buttonClass("primary", "md")}>
              {shell.screens[id]}
            </Link>
          ))}
          <Link to="/data" className={buttonClass("secondary", "md")}>
            {words.seeImports}
          </Link>
        </div>
      }
    />
  );
}
