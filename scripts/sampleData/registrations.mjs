import { busynessPermille, daysBetween, lastDayOfMonth, dayOf, secondOf } from "./calendar.mjs";
import { fenOfYuan } from "./money.mjs";
import { PERSONAS, PERSONAS_BY_CHANNEL, PERSONAS_OF_CAMPAIGN } from "./personas.mjs";
import {
  APPETITE_PERMILLE,
  CAMPAIGN_LENDS_PERMILLE,
  CHANNELS,
  FEED_CAMPAIGN,
  FIRST_DAY,
  LAST_DAY,
  REFERRAL_CAMPAIGN,
} from "./platform.mjs";
import { createRandom } from "./random.mjs";

const REGIONS = [
  ["广东", 16],
  ["江苏", 12],
  ["浙江", 12],
  ["上海", 11],
  ["北京", 10],
  ["山东", 8],
  ["四川", 7],
  ["湖北", 6],
  ["福建", 6],
  ["河南", 5],
  ["湖南", 4],
  ["辽宁", 3],
];
const PILOT_LENDERS = 18;
const INTERNAL_ACCOUNTS = 3;

const firstLendDelay = (random) => {
  const [from, to] = random.pickWeighted([
    [[0, 0], 55],
    [[1, 3], 20],
    [[4, 14], 15],
    [[15, 60], 10],
  ]);
  return random.between(from, to);
};

function newLender(random, { channel, campaign, personas, day, willLend }) {
  const personaName = random.pickWeighted(personas);
  const persona = PERSONAS[personaName];
  const isHunter = personaName === "hunter";
  const firstLendDay = day + (isHunter ? random.below(2) : firstLendDelay(random));
  return {
    channel,
    campaign,
    personaName,
    persona,
    registered: { day, second: random.between(secondOf(7, 30), secondOf(22, 50)) },
    baseFen: fenOfYuan(random.pick(persona.baseYuan)),
    isNervous: random.chance(300),
    isInternal: false,
    plannedFirstLendDay: willLend ? firstLendDay : undefined,
    region: random.pickWeighted(REGIONS),
    birthYear: channel === "branch" ? random.between(1952, 1982) : random.between(1966, 2002),
    gender: random.pickWeighted([
      ["F", 44],
      ["M", 50],
      ["", 6],
    ]),
    referrerId: undefined,
    earlierFirstLend: undefined,
  };
}

const isIn = (day, { from, to }) => day >= from && day <= to;

function dailyRegistrations(random, days, registrations) {
  const weight = days.reduce((sum, day) => sum + busynessPermille(day), 0);
  return days.map((day) => random.roundedShare(registrations * busynessPermille(day), weight));
}

function channelRegistrations(random, channel) {
  const { registrations, lendsPermille } = CHANNELS[channel];
  return Object.keys(APPETITE_PERMILLE).flatMap((month, index) => {
    const days = daysBetween(Math.max(FIRST_DAY, dayOf(`${month}-01`)), lastDayOfMonth(month));
    const counts = dailyRegistrations(random, days, registrations[index]);
    return days.flatMap((day, position) =>
      Array.from({ length: counts[position] }, () =>
        newLender(random, {
          channel,
          day,
          campaign: channel === REFERRAL_CAMPAIGN.channel && isIn(day, REFERRAL_CAMPAIGN) ? REFERRAL_CAMPAIGN.name : "",
          personas: PERSONAS_BY_CHANNEL[channel],
          willLend: random.chance(lendsPermille),
        }),
      ),
    );
  });
}

function campaignRegistrations(random) {
  const { channel, name, from, to, registrations } = FEED_CAMPAIGN;
  const days = daysBetween(from, to);
  const counts = dailyRegistrations(random, days, registrations);
  return days.flatMap((day, position) =>
    Array.from({ length: counts[position] }, () =>
      newLender(random, {
        channel,
        campaign: name,
        day,
        personas: PERSONAS_OF_CAMPAIGN,
        willLend: random.chance(CAMPAIGN_LENDS_PERMILLE),
      }),
    ),
  );
}

/** Lent in a closed pilot that was paid back before the ledger begins, so their first lend is earlier than any row. */
function pilotRegistrations(random) {
  return Array.from({ length: PILOT_LENDERS }, () => {
    const day = random.between(dayOf("2023-11-06"), dayOf("2023-12-08"));
    const lender = newLender(random, {
      channel: random.pick(["referral", "wechat"]),
      campaign: "PILOT",
      day,
      willLend: true,
      personas: [
        ["steady", 60],
        ["committed", 40],
      ],
    });
    const earlierFirstLend = {
      day: day + random.between(1, 5),
      second: random.between(secondOf(9, 0), secondOf(21, 0)),
    };
    return { ...lender, earlierFirstLend, plannedFirstLendDay: FIRST_DAY + random.between(0, 25) };
  });
}

/** The platform's own accounts: a reserve that lends and buys claims, and two that test the flow with small sums. */
function internalRegistrations(random) {
  return Array.from({ length: INTERNAL_ACCOUNTS }, (_, index) => ({
    ...newLender(random, { channel: "", campaign: "", day: FIRST_DAY, personas: [["steady", 1]], willLend: true }),
    registered: { day: dayOf("2023-11-01"), second: secondOf(10, index) },
    baseFen: fenOfYuan(index === 0 ? 1_500_000 : 500),
    persona: {
      ...PERSONAS.steady,
      first: [["JD90", 1]],
      later: [
        ["YX30", 60],
        ["JD90", 40],
      ],
      renewPermille: 1000,
      topUpPermille: 0,
    },
    isInternal: true,
    isNervous: false,
    region: "",
    birthYear: undefined,
    gender: "",
    plannedFirstLendDay: FIRST_DAY + index * 3,
  }));
}

function assignReferrers(random, lenders) {
  for (const [position, lender] of lenders.entries()) {
    if (lender.channel !== "referral") continue;
    const earlier = lenders.slice(Math.max(0, position - 900), position);
    const candidates = earlier.filter(
      (other) =>
        other.plannedFirstLendDay < lender.registered.day && other.personaName !== "hunter" && !other.isInternal,
    );
    if (candidates.length > 0) lender.referrerId = random.pick(candidates).id;
  }
}

/** Everyone who registered, by the instant of registering; ids follow that order. */
export function registeredLenders() {
  const random = createRandom("registrations");
  const everyone = [
    ...internalRegistrations(random),
    ...pilotRegistrations(random),
    ...Object.keys(CHANNELS).flatMap((channel) => channelRegistrations(random, channel)),
    ...campaignRegistrations(random),
  ];
  const inOrder = everyone.toSorted(
    (a, b) => a.registered.day - b.registered.day || a.registered.second - b.registered.second,
  );
  const lenders = inOrder.map((lender, index) => ({ ...lender, id: `U${String(index + 1).padStart(5, "0")}` }));
  assignReferrers(random, lenders);
  return lenders.map((lender) =>
    lender.plannedFirstLendDay > LAST_DAY ? { ...lender, plannedFirstLendDay: undefined } : lender,
  );
}
