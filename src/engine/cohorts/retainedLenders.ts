import type { Analysis } from "#src/engine/analysis.ts";
import type { RowsWhere } from "#src/engine/protocol.ts";
import { CHANNEL_KINDS } from "#src/metrics/lenders/lenderDirectory.ts";
import { activeInAges } from "#src/metrics/retention/activeInAges.ts";

type LenderClause = (lender: number) => boolean;

/** The lenders that a cell of a retention table counts; undefined when none is asked for. */
export async function retainedClause(analysis: Analysis, { retained }: RowsWhere): Promise<LenderClause | undefined> {
  if (!retained) return undefined;
  const book = await analysis.lenderBook();
  const activity = retained.clock === "calendar" ? book.calendarBits : book.rollingBits;
  const bits = retained.measure === "holding" ? activity.held : activity.lent;
  return activeInAges({ bits, words: activity.words }, retained.ages);
}

/** The lenders who came in one way, or for one campaign; a name that nobody has keeps nobody. */
export async function originClause(
  analysis: Analysis,
  { kind, campaign }: RowsWhere,
): Promise<LenderClause | undefined> {
  if (kind === undefined && campaign === undefined) return undefined;
  const people = await analysis.directory();
  const kindCode = kind === undefined ? undefined : CHANNEL_KINDS.findIndex((name) => name === kind);
  const campaignCode = campaign === undefined ? undefined : people.campaignNames.indexOf(campaign);
  return (lender) =>
    (kindCode === undefined || people.kind[lender] === kindCode) &&
    (campaignCode === undefined || people.campaign[lender] === campaignCode);
}
