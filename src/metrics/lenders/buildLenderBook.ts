import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { TYPE } from "#src/domain/eventTypes.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import type { HunterRules } from "#src/domain/segments.ts";
import type { NewRule, TransfersView } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";

import { AgesBuilder, type Ages, type Attributes } from "./ageCubes.ts";
import type { LenderBook } from "./lenderBook.ts";
import { FactsBuilder } from "./lenderFacts.ts";
import { countLenderRows, lenderPass, type LenderPassInput, type PassProgress } from "./lenderPass.ts";

export interface LenderBookInput extends Attributes {
  /** Any order, any partitioning; dead rows are passed over. */
  readonly parts: readonly LedgerPart[];
  /** Rows after it enter nothing. */
  readonly asOf: EpochDay;
  readonly newRule: NewRule;
  readonly transfers: TransfersView;
  readonly hunterRules: Pick<HunterRules, "thresholdFen" | "cashOutDays">;
  /** 1 for lenders whose rows count, by code; undefined counts all. */
  readonly wanted?: Uint8Array | undefined;
  /** For tests: how many rows to gather at a time. */
  readonly rowsAtOnce?: number;
}

/** Makes the book, with a stop after every range of lenders. */
export function* buildLenderBook(input: LenderBookInput): Generator<PassProgress, LenderBook> {
  const { asOf, newRule, transfers, profiles } = input;
  const { thresholdFen, cashOutDays } = input.hunterRules;
  const { shortestTermDays, hasWithdrawals } = ledgerTraits(input);
  const facts = new FactsBuilder(profiles, { asOf, newRule, transfers, thresholdFen, cashOutDays, shortestTermDays });
  const ages = new AgesBuilder(input, { asOf, transfers });
  const passInput = passInputOf(input);
  yield* lenderPass(passInput, countLenderRows(passInput), (lender, rows) => {
    facts.take(lender, rows);
    ages.take(lender, rows, facts.facts.signs[lender]!);
  });
  return {
    asOf,
    newRule,
    transfers,
    hunterRules: { thresholdFen, cashOutDays },
    shortestTermDays,
    hasWithdrawals,
    lastMonth: ages.clocks.lastMonth,
    facts: facts.facts,
    terms: facts.terms.finish(),
    ...ages.finish(),
  };
}

/** The age cubes again, of the wanted lenders only. */
export function* buildAgeCubes(
  input: Omit<LenderBookInput, "newRule" | "hunterRules">,
  signs: Uint8Array,
): Generator<PassProgress, Pick<Ages, "calendar" | "rolling">> {
  const ages = new AgesBuilder(input, input);
  const passInput = passInputOf(input);
  yield* lenderPass(passInput, countLenderRows(passInput), (lender, rows) => ages.take(lender, rows, signs[lender]!));
  const { calendar, rolling } = ages.finish();
  return { calendar, rolling };
}

function passInputOf(input: Omit<LenderBookInput, "newRule" | "hunterRules">): LenderPassInput {
  const { parts, profiles, asOf, wanted, rowsAtOnce } = input;
  return { parts, lenders: profiles.kind.length, asOf, wanted, ...(rowsAtOnce === undefined ? {} : { rowsAtOnce }) };
}

/** What has to be known of the whole ledger before the first lender is judged. */
function ledgerTraits({
  parts,
  asOf,
  wanted,
}: LenderBookInput): Pick<LenderBook, "shortestTermDays" | "hasWithdrawals"> {
  const end = (asOf + 1) * SECONDS_A_DAY;
  let shortest = Infinity;
  let hasWithdrawals = false;
  for (const { columns, dead } of parts) {
    const { type, termDays, instant, lender, rows } = columns;
    for (let row = 0; row < rows; row++) {
      const code = type[row]!;
      if (code !== TYPE.lend && code !== TYPE.withdraw) continue;
      if (code === TYPE.lend ? termDays[row] === 0 || termDays[row]! >= shortest : hasWithdrawals) continue;
      if ((dead !== undefined && dead[row] === 1) || instant[row]! >= end) continue;
      if (wanted && wanted[lender[row]!] !== 1) continue;
      if (code === TYPE.lend) shortest = termDays[row]!;
      else hasWithdrawals = true;
    }
  }
  return { shortestTermDays: shortest === Infinity ? 0 : shortest, hasWithdrawals };
}
