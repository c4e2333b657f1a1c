import { instantText } from "./calendar.mjs";
import { csvText } from "./csv.mjs";
import { CHANNELS } from "./platform.mjs";

const HEADER = [
  "user_id",
  "registered_at",
  "channel",
  "channel_kind",
  "campaign",
  "region",
  "referrer_id",
  "birth_year",
  "gender",
  "first_lend_at",
  "is_internal",
];

export function lendersCsv(lenders, firstLendById) {
  return csvText(
    HEADER,
    lenders.map((lender) => {
      const firstLend = lender.earlierFirstLend ?? firstLendById.get(lender.id);
      return {
        user_id: lender.id,
        registered_at: instantText(lender.registered),
        channel: lender.channel,
        channel_kind: CHANNELS[lender.channel]?.kind,
        campaign: lender.campaign,
        region: lender.region,
        referrer_id: lender.referrerId,
        birth_year: lender.birthYear,
        gender: lender.gender,
        first_lend_at: firstLend && instantText(firstLend),
        is_internal: lender.isInternal,
      };
    }),
  );
}
