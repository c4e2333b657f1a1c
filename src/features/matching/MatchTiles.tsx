import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import type { Period } from "#src/domain/period.ts";
import type { MatchingResult } from "#src/engine/protocol.ts";
import { FigureTile, FigureTiles } from "#src/ui/FigureTile.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { rulesToText } from "#src/view/lenderRules.ts";

import { matchTiles, type MatchTile } from "./matchTiles.ts";
import { strings } from "./strings.ts";
import { useMatchLeads, type MatchLeads } from "./useMatchLeads.ts";

const LEAD = "text-left underline decoration-line-strong underline-offset-4 hover:text-ink hover:decoration-ink";

/** Who holds something, the largest first. */
const HOLDERS = { rules: rulesToText({ balance: { from: 1, to: null } }), sort: "-balance" };

export interface MatchTilesProps {
  readonly result: MatchingResult;
  readonly period: Period;
}

export function MatchTiles({ result, period }: MatchTilesProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const leads = useMatchLeads(result);
  return (
    <FigureTiles label={words.figures}>
      {matchTiles(result, period, { words, format }).map((tile) => (
        <FigureTile
          key={tile.id}
          name={tile.name}
          value={tile.value}
          title={tile.title}
          note={<Note tile={tile} result={result} leads={leads} />}
          info={tile.info}
        />
      ))}
    </FigureTiles>
  );
}

interface NoteProps {
  readonly tile: MatchTile;
  readonly result: MatchingResult;
  readonly leads: MatchLeads;
}

/** Leads to lenders, loans or rows where the figure is made of them. */
function Note({ tile: { id, name, note }, result, leads }: NoteProps) {
  if (id === "lenders") {
    return (
      <Link to="/lenders" search={HOLDERS} aria-label={`${name}: ${note}`} title={note} className={LEAD}>
        {note}
      </Link>
    );
  }
  if (id === "borrowers" && result.hasLoans) {
    return (
      <Lead name={name} onClick={() => leads.showLoans()}>
        {note}
      </Lead>
    );
  }
  if (id === "yield" && result.lenderYield?.from === "ledger") {
    return (
      <Lead name={name} onClick={leads.showInterest}>
        {note}
      </Lead>
    );
  }
  return <span title={note}>{note}</span>;
}

interface LeadProps {
  readonly name: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Lead({ name, onClick, children }: LeadProps) {
  return (
    <button type="button" onClick={onClick} className={LEAD}>
      <span className="sr-only">{name}: </span>
      {children}
    </button>
  );
}
