import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import type { ConcentrationResult, Filter } from "#src/engine/protocol.ts";
import { FigureTile, FigureTiles } from "#src/ui/FigureTile.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { FIGURES, figureInfo, figureNote, figureText } from "./figures.ts";
import { largestSearch } from "./holdersSearch.ts";
import { largestQuery } from "./queries.ts";
import { strings } from "./strings.ts";

const LINK = "underline decoration-line-strong underline-offset-4 hover:text-ink hover:decoration-ink";

export interface ConcentrationTilesProps {
  readonly result: ConcentrationResult;
  readonly filter: Filter;
}

/** The measures of all outstanding; the share of the ten largest leads to them. */
export function ConcentrationTiles({ result: { total, basis }, filter }: ConcentrationTilesProps) {
  const words = useStrings(strings);
  const format = useFormat();
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <FigureTiles label={words.figures}>
        {FIGURES.map((id) => {
          const note = figureNote(id, total.lenders, { words, format });
          return (
            <FigureTile
              key={id}
              name={words.names[id]}
              value={figureText(id, total, format)}
              note={
                id === "topTenShare" ? (
                  <Link
                    to="/lenders"
                    search={largestSearch(filter)}
                    title={words.openLargest}
                    aria-label={`${words.openLargest}: ${note}`}
                    className={LINK}
                  >
                    {note}
                  </Link>
                ) : (
                  note
                )
              }
              info={figureInfo(id, total, { words, format, basis })}
            />
          );
        })}
      </FigureTiles>
      <InternalAmongLargest filter={filter} />
    </div>
  );
}

/** Says so where the platform's own money is among the ten largest balances. */
function InternalAmongLargest({ filter }: Pick<ConcentrationTilesProps, "filter">) {
  const { methods, revision, status } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const isCounted = status.internalLenders !== null && !status.settings.leavesInternalOut;
  const { data } = useQuery({ ...largestQuery(methods, filter, revision), enabled: isCounted });
  const internal = data?.rows.filter(({ isInternal, balance }) => isInternal && balance > 0).length ?? 0;
  if (!isCounted || internal === 0) return null;
  return (
    <p className="text-label text-ink-2">
      {words.internalAmong(format.count(internal))}{" "}
      <Link to="/settings" className={LINK}>
        {words.leaveInternalOut}
      </Link>
    </p>
  );
}
