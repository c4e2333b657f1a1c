import { bucketEnd, bucketStart, monthEnd, monthOf, monthStart, type Grain } from "#src/domain/calendar.ts";
import { PROFIT_PARTS, type CreditRules, type ProfitPart } from "#src/domain/loans.ts";
import type { Period } from "#src/domain/period.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { fillInstalments, InstalmentBuffer } from "#src/metrics/loans/instalments.ts";
import { CourseBuffer, fillCourse } from "#src/metrics/loans/loanCourse.ts";
import { irr, xirr, type ReturnRate } from "#src/metrics/loans/returns.ts";

import type { FileLoan, OptionalField } from "./loanFiles.ts";

interface Flow {
  readonly month: number;
  readonly day: number;
  readonly amount: number;
}

/** One loan by itself, from its own schedule and course. */
interface DullLoan {
  readonly loan: FileLoan;
  readonly elapsed: number;
  readonly scheduledInterest: number;
  readonly closing: number;
  readonly opening: number;
  readonly repaid: number;
  readonly owed: number;
  readonly flows: readonly Flow[];
}

export interface OracleAsk {
  readonly fields: readonly OptionalField[];
  readonly snapshotDay: EpochDay;
  readonly rules: CreditRules;
  readonly disbursed: Period | null;
  readonly products: readonly string[];
  readonly grain: Grain;
}

/** The whole answer by the dullest reading of the rules: every group from its own loans, nothing added up twice. */
export function profitOracle(told: readonly FileLoan[], ask: OracleAsk) {
  const loans = told.map((loan) => dullLoan(loan, ask));
  const missingOf = (group: readonly DullLoan[]): readonly ProfitPart[] =>
    PROFIT_PARTS.filter((part) => {
      const products = new Set((group.length > 0 ? group : loans).map(({ loan }) => loan.product));
      const ofProducts = told.filter(({ product }) => products.has(product));
      return !ask.fields.includes(part) || ofProducts.every((loan) => loan[part] === undefined);
    });
  const figuresOf = (group: readonly DullLoan[]) => dullFigures(group, missingOf(group));
  const ofProducts = loans.filter(({ loan }) => ask.products.length === 0 || ask.products.includes(loan.product));
  const isInside = ({ loan }: DullLoan) =>
    ask.disbursed === null || (loan.disbursedOn >= ask.disbursed.from && loan.disbursedOn <= ask.disbursed.to);
  const inScope = ofProducts.filter(isInside);
  const outside = ofProducts.filter((loan) => !isInside(loan));
  const names = [...new Set(inScope.map(({ loan }) => loan.product))].toSorted();
  const principalOf = (name: string) =>
    sum(
      inScope.filter(({ loan }) => loan.product === name),
      ({ loan }) => loan.principal,
    );
  const ordered = names.toSorted((a, b) => principalOf(b) - principalOf(a));
  const days = told.map(({ disbursedOn }) => disbursedOn);
  return {
    snapshotDay: ask.snapshotDay,
    missing: missingOf(inScope),
    gaps: dullGaps(told, inScope, { ask, missing: missingOf(inScope) }),
    total: figuresOf(inScope),
    products: ordered.map((product) => {
      const ofProduct = inScope.filter(({ loan }) => loan.product === product);
      const months = [...new Set(ofProduct.map(({ loan }) => monthOf(epochDay(loan.disbursedOn))))].toSorted(
        (a, b) => a - b,
      );
      return {
        product,
        ...figuresOf(ofProduct),
        months: months.map((month) => ({
          month: { from: monthStart(month), to: monthEnd(month) },
          ...figuresOf(ofProduct.filter(({ loan }) => monthOf(epochDay(loan.disbursedOn)) === month)),
        })),
      };
    }),
    overTime: dullBuckets(inScope, ask.grain).map((bucket) => {
      const ofBucket = (product: string) =>
        inScope.filter(
          ({ loan }) => loan.product === product && loan.disbursedOn >= bucket.from && loan.disbursedOn <= bucket.to,
        );
      return {
        bucket,
        profit: ordered.map((product) => {
          const group = ofBucket(product);
          return group.length === 0 ? null : figuresOf(group).profit;
        }),
        disbursed: ordered.map((product) => sum(ofBucket(product), ({ loan }) => loan.principal)),
      };
    }),
    span: { from: Math.min(...days), to: Math.max(...days) },
    outside: { loans: outside.length, disbursed: sum(outside, ({ loan }) => loan.principal) },
    allProducts: [...new Set(told.map(({ product }) => product))].toSorted(),
  };
}

function dullGaps(
  told: readonly FileLoan[],
  inScope: readonly DullLoan[],
  { ask, missing }: { readonly ask: OracleAsk; readonly missing: readonly ProfitPart[] },
) {
  const scoped = told.filter(({ id }) => inScope.some(({ loan }) => loan.id === id));
  const isTold = (loan: FileLoan, field: "repaid" | "bad") => (ask.fields.includes(field) ? (loan[field] ?? 0) : 0);
  return {
    loans: scoped.length,
    blanks: (["interest", "bad", "funding", "marketing"] as const)
      .filter((part) => !missing.includes(part) && scoped.some((loan) => loan[part] === undefined))
      .map((part) => ({
        part,
        loans: scoped.filter((loan) => loan[part] === undefined).length,
        products: [...new Set(scoped.map(({ product }) => product))]
          .toSorted()
          .filter((name) => told.every((loan) => loan.product !== name || loan[part] === undefined)),
      })),
    beyond: scoped.filter((loan) => isTold(loan, "repaid") + isTold(loan, "bad") > loan.principal).length,
    later: 0,
    isDisbursal: false,
  };
}

function dullBuckets(loans: readonly DullLoan[], grain: Grain): readonly Period[] {
  const days = loans.map(({ loan }) => loan.disbursedOn);
  const last = Math.max(...days);
  const buckets: Period[] = [];
  for (let day = Math.min(...days); day <= last; day++) {
    const from = bucketStart(epochDay(day), grain, 1);
    if (buckets.at(-1)?.from !== from) buckets.push({ from, to: bucketEnd(from, grain) });
  }
  return buckets;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function dullLoan(loan: FileLoan, { fields, rules, snapshotDay }: OracleAsk): DullLoan {
  const told = (field: OptionalField & keyof FileLoan): number => {
    const value = fields.includes(field) ? loan[field] : undefined;
    return typeof value === "number" ? value : NaN;
  };
  const amount = (field: OptionalField & keyof FileLoan): number => told(field) || 0;
  const [schedule, course] = [new InstalmentBuffer(), new CourseBuffer()];
  fillInstalments({ ...loan, disbursedOn: epochDay(loan.disbursedOn) }, rules, schedule);
  const [repaid, bad, interest, overdueDays] = [told("repaid"), told("bad"), told("interest"), told("overdueDays")];
  fillCourse({ repaid, bad, interest, overdueDays, snapshotDay }, schedule, course);
  const { elapsed } = course;
  const balances = (rules.capital === "schedule" ? schedule : course).balance.slice(0, elapsed);
  const dues = Array.from({ length: elapsed }, (_, row) => schedule.principal[row]! + schedule.interest[row]!);
  const flows: Flow[] = [
    { month: 0, day: loan.disbursedOn, amount: amount("fees") - loan.principal - amount("marketing") },
    { month: elapsed, day: snapshotDay, amount: course.owed },
  ];
  const received = amount("interest") + amount("penalty") + course.repaid;
  const early = elapsed > 0 ? course.prepaid : 0;
  if (elapsed === 0) flows.push({ month: 0, day: snapshotDay, amount: received });
  if (early > 0) flows.push({ month: course.prepaidAt, day: schedule.dueDay[course.prepaidAt - 1]!, amount: early });
  const paid = dues.slice(0, course.lastPaid || elapsed);
  const due = sum(paid, (payment) => payment);
  for (const [row, payment] of paid.entries()) {
    const part = due > 0 ? payment / due : row === paid.length - 1 ? 1 : 0;
    flows.push({ month: row + 1, day: schedule.dueDay[row]!, amount: (received - early) * part });
  }
  const closing = sum([...balances], (balance) => balance);
  return {
    loan: { ...loan, ...Object.fromEntries(PROFIT_PARTS.map((part) => [part, amount(part)])) },
    elapsed,
    scheduledInterest: sum([...schedule.interest.slice(0, elapsed)], (interestDue) => interestDue),
    closing,
    opening: elapsed === 0 ? 0 : loan.principal + closing - balances.at(-1)!,
    repaid: course.repaid,
    owed: course.owed,
    flows,
  };
}

function dullFigures(group: readonly DullLoan[], missing: readonly ProfitPart[]) {
  const total = (part: ProfitPart) => (missing.includes(part) ? null : sum(group, ({ loan }) => loan[part] ?? 0));
  const parts = Object.fromEntries(PROFIT_PARTS.map((part) => [part, total(part)])) as Record<
    ProfitPart,
    number | null
  >;
  const { interest, penalty, fees, bad, funding, marketing } = parts;
  const income = interest === null ? null : interest + (penalty ?? 0) + (fees ?? 0);
  const cost = bad === null || funding === null || marketing === null ? null : bad + funding + marketing;
  const profit = income === null || cost === null ? null : income - cost;
  const disbursed = sum(group, ({ loan }) => loan.principal);
  const over = (dividend: number | null, divisor: number) =>
    dividend === null || divisor === 0 ? null : dividend / divisor;
  const capital = (of: "closing" | "opening") => {
    const fenYears = sum(group, (loan) => loan[of]) / 12;
    return {
      fenYears,
      average: sum(group, (loan) => (loan.elapsed === 0 ? 0 : loan[of] / loan.elapsed)),
      perYear: over(profit, fenYears),
    };
  };
  const scheduledInterest = sum(group, (loan) => loan.scheduledInterest);
  const isUnknown = interest === null || bad === null || marketing === null;
  return {
    loans: group.length,
    disbursed,
    ...parts,
    ...{ income, cost, profit },
    perDisbursed: over(profit, disbursed),
    closing: capital("closing"),
    opening: capital("opening"),
    scheduledInterest,
    realised: over(interest, scheduledInterest),
    breakEvenBad: profit === null || bad === null ? null : profit + bad,
    owed: sum(group, ({ owed }) => owed),
    finished:
      over(
        sum(
          group.filter(({ loan, elapsed, owed }) => elapsed === loan.periods || owed === 0),
          ({ loan }) => loan.principal,
        ),
        disbursed,
      ) ?? 0,
    contractRate: over(
      sum(group, ({ loan }) => loan.principal * (loan.ratePpm / 1e6)),
      disbursed,
    ),
    ...(isUnknown ? { irr: UNKNOWN, xirr: UNKNOWN } : dullReturns(group)),
  };
}

const UNKNOWN = { rate: null, reason: "unknown" } as const;
const TOO_YOUNG = { rate: null, reason: "too_young" } as const;

function dullReturns(group: readonly DullLoan[]): { readonly irr: ReturnRate; readonly xirr: ReturnRate } {
  if (group.length > 0 && group.every(({ elapsed }) => elapsed === 0)) return { irr: TOO_YOUNG, xirr: TOO_YOUNG };
  const flows = group.flatMap((loan) => loan.flows);
  const months = Array.from({ length: Math.max(0, ...flows.map(({ month }) => month + 1)) }, (_, month) =>
    sum(
      flows.filter((flow) => flow.month === month),
      ({ amount }) => amount,
    ),
  );
  const monthly = irr(months);
  return {
    irr: monthly.rate === null ? monthly : { rate: monthly.rate * 12 },
    xirr: xirr(
      flows.map(({ amount }) => amount),
      flows.map(({ day }) => day),
    ),
  };
}
