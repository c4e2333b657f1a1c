import { isoMonth, monthEnd, monthOf, monthStart, type MonthNumber } from "#src/domain/calendar.ts";
import type { NewRule, TransfersView } from "#src/domain/switches.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { ToldPerson, ToldPlatform, ToldRow, ToldSpend } from "./toldPlatform.ts";

type By = "channel" | "kind" | "campaign" | "product" | "month";

export interface OracleArgs {
  readonly by: By;
  readonly newRule: NewRule;
  readonly transfers: TransfersView;
  readonly spreadPpm: number;
  /** Null: all of the ledger. */
  readonly months: readonly [from: MonthNumber, to: MonthNumber] | null;
}

interface Member {
  readonly lender: string;
  readonly rows: readonly ToldRow[];
  readonly firstAt: number;
  readonly firstDay: EpochDay;
  readonly cohort: MonthNumber;
  readonly channel: string;
  readonly kind: string;
  readonly campaign: string;
  readonly product: string;
}

const at = (row: ToldRow): number => row.day * 24 + row.hour;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const share = (count: number, of: number) => ({ count, of });
const over = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator;
const PLUS = ["lend", "transfer_in", "opening"];
const MINUS = ["exit", "early_exit", "compensation", "transfer_out", "write_off"];

/** Acquisition again, from the definitions alone: objects, and as many passes as it takes. */
export class AcquisitionOracle {
  private readonly told: ToldPlatform;
  private readonly args: OracleArgs;
  private readonly asOf: EpochDay;
  private readonly from: EpochDay;
  private readonly to: EpochDay;
  private readonly lastMonth: MonthNumber;
  private readonly everyMember: readonly Member[];

  constructor(told: ToldPlatform, args: OracleArgs) {
    this.told = told;
    this.args = args;
    const days = told.rows.map(({ day }) => day);
    this.asOf = epochDay(Math.max(...days));
    const ledger: [number, number] = [monthOf(epochDay(Math.min(...days))), monthOf(this.asOf)];
    const [first, last] = args.months ?? ledger;
    this.from = monthStart(Math.max(first, ledger[0]));
    this.to = epochDay(Math.min(monthEnd(Math.min(last, ledger[1])), this.asOf));
    this.lastMonth = this.asOf === monthEnd(monthOf(this.asOf)) ? monthOf(this.asOf) : monthOf(this.asOf) - 1;
    this.everyMember = [...new Set(told.rows.map(({ lender }) => lender))].flatMap((lender) => this.member(lender));
  }

  figures() {
    const { by } = this.args;
    const all = this.asked();
    const people = this.people();
    const names = new Set([
      ...all.map((member) => this.nameOf(member)),
      ...(this.knowsPeople() && by !== "product" ? people.map((person) => this.nameOfPerson(person)) : []),
    ]);
    return {
      total: this.group(all, this.knowsPeople() ? people : null, this.spend()),
      groups: Object.fromEntries(
        [...names].map((name) => [
          name,
          this.group(
            all.filter((member) => this.nameOf(member) === name),
            this.knowsPeople() && by !== "product" ? people.filter((one) => this.nameOfPerson(one) === name) : null,
            this.spendOn(name),
          ),
        ]),
      ),
      unmatchedSpend: this.unmatched(all),
      trend: this.trend(all),
    };
  }

  private unmatched(all: readonly Member[]): number | null {
    const spend = this.spend();
    if (spend === null || this.args.by === "product") return null;
    const named = new Set(all.map((member) => this.nameOf(member)));
    return sum(spend.filter((row) => !named.has(this.nameOfSpend(row) ?? "?")).map(({ fen }) => fen));
  }

  private trend(all: readonly Member[]) {
    const months: MonthNumber[] = [];
    for (let month = monthOf(this.from); month <= monthOf(this.to); month++) months.push(month);
    return months.map((month) => {
      const spend = this.spend()?.filter(({ day }) => monthOf(day) === month) ?? null;
      const group = this.group(
        all.filter(({ cohort }) => cohort === month),
        null,
        spend,
      );
      return { newLenders: group.newLenders, acquisitionCost: group.acquisitionCost, payback: group.payback };
    });
  }

  private group(members: readonly Member[], people: readonly ToldPerson[] | null, spend: readonly ToldSpend[] | null) {
    const subsidies = sum(members.map((member) => this.newLenderSubsidies(member)));
    const spent = spend && sum(spend.map(({ fen }) => fen));
    const cost = spent === null ? null : over(spent + subsidies, members.length);
    const curve = this.curve(members);
    const everybody = this.curve(this.everyMember);
    const observed = this.marginSoFar(members);
    const projected = curve.length === 0 ? null : projectedFrom(curve, everybody.slice(0, 24));
    const reached = cost === null ? -1 : curve.findIndex((value) => value >= cost);
    const before = curve[reached - 1] ?? 0;
    const gained = (curve[reached] ?? 0) - before;
    return {
      newLenders: members.length,
      firstVolume: sum(members.map((member) => this.firstVolume(member))),
      volume: sum(members.flatMap((member) => this.volumeRows(member).map(({ fen }) => fen))),
      volumeShare: over(this.volumeOf(members), this.volumeOf(this.asked())),
      spend: spent,
      newLenderSubsidies: subsidies,
      acquisitionCost: cost,
      lifetimeValue: {
        m1: curve[0] ?? null,
        m3: curve[2] ?? null,
        m6: curve[5] ?? null,
        m12: curve[11] ?? null,
      },
      curve,
      observedValue: observed,
      projectedValue: projected,
      valueToCost: cost === null || projected === null ? null : over(projected, cost),
      observedValueToCost: cost === null || observed === null ? null : over(observed, cost),
      payback:
        cost === null || curve.length === 0
          ? null
          : {
              months: reached < 0 ? null : gained === 0 ? reached : reached + (cost - before) / gained,
              observedMonths: curve.length - 1,
            },
      balance: sum(members.map((member) => this.balance(member, this.asOf))),
      registered: people && people.length,
      firstLend: people && people.filter(({ lender }) => this.hasLent(lender)).length,
      secondLend: share(members.filter((member) => this.comesBack(member)).length, members.length),
      held: [30, 90, 180].map((days) => {
        const old = members.filter(({ firstDay }) => firstDay + days <= this.asOf);
        return share(old.filter((one) => this.balance(one, one.firstDay + days) > 0).length, old.length);
      }),
    };
  }

  private asked(): readonly Member[] {
    return this.everyMember.filter(({ firstDay }) => firstDay >= this.from && firstDay <= this.to);
  }

  private member(lender: string): Member[] {
    const rows = this.told.rows.filter((row) => row.lender === lender);
    const beginnings = rows.filter(({ type }) => ["lend", "transfer_in", "opening"].includes(type));
    if (beginnings.length === 0) return [];
    const firstAt = Math.min(...beginnings.map(at));
    const first = beginnings.filter((row) => at(row) === firstAt);
    if (first.some(({ type }) => type === "opening")) return [];
    const person = this.told.people.find((one) => one.lender === lender);
    const firstDay = first[0]!.day;
    return [
      {
        ...{ lender, rows, firstAt, firstDay },
        cohort: monthOf(firstDay),
        channel: person?.channel || rows[0]!.channel,
        kind: person?.kind ?? "",
        campaign: person?.campaign ?? "",
        product: first.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]!.product,
      },
    ];
  }

  private hasLent(lender: string): boolean {
    return this.told.rows.some((row) => row.lender === lender && ["lend", "transfer_in", "opening"].includes(row.type));
  }

  private knowsPeople(): boolean {
    return this.told.people.length > 0;
  }

  private people(): readonly ToldPerson[] {
    return this.told.people.filter(({ registered }) => registered >= this.from && registered <= this.to);
  }

  private channelOfPerson({ lender, channel }: ToldPerson): string {
    return channel || (this.told.rows.find((row) => row.lender === lender)?.channel ?? "");
  }

  private nameOf(member: Member): string {
    return this.args.by === "month" ? isoMonth(member.cohort) : member[this.args.by];
  }

  private nameOfPerson(person: ToldPerson): string {
    if (this.args.by === "channel") return this.channelOfPerson(person);
    return this.args.by === "kind"
      ? person.kind
      : this.args.by === "campaign"
        ? person.campaign
        : isoMonth(monthOf(person.registered));
  }

  private nameOfSpend({ channel, campaign, day }: ToldSpend): string | undefined {
    if (this.args.by === "month") return isoMonth(monthOf(day));
    if (this.args.by === "campaign") return campaign;
    return this.args.by === "channel" ? channel : this.kindOfChannel(channel);
  }

  /** The commonest kind among everybody who came by a channel, registered or in the ledger. */
  private kindOfChannel(channel: string): string | undefined {
    const everybody = new Set([...this.told.people, ...this.told.rows].map(({ lender }) => lender));
    const kinds = [...everybody].flatMap((lender) => {
      const person = this.told.people.find((one) => one.lender === lender);
      const own = person ? this.channelOfPerson(person) : this.told.rows.find((row) => row.lender === lender)!.channel;
      return own === channel ? [person?.kind ?? ""] : [];
    });
    if (kinds.length === 0) return undefined;
    const count = (kind: string): number => kinds.filter((one) => one === kind).length;
    return ["online", "offline", ""].toSorted((a, b) => count(b) - count(a))[0];
  }

  /** By channel, kind and campaign not known when no row of the file names the group, whatever its month and kind. */
  private spendOn(name: string): readonly ToldSpend[] | null {
    const { by } = this.args;
    if (by === "product") return null;
    const isNamed = this.told.spend.some((row) => this.nameOfSpend(row) === name);
    if (by !== "month" && !isNamed) return null;
    return this.spend()?.filter((row) => this.nameOfSpend(row) === name) ?? null;
  }

  private spend(): readonly ToldSpend[] | null {
    if (this.told.spend.length === 0) return null;
    return this.told.spend.filter(({ day, kind }) => kind !== "subsidy" && day >= this.from && day <= this.to);
  }

  private volumeRows({ rows }: Member): readonly ToldRow[] {
    return rows.filter(({ type }) => type === "lend" || (type === "transfer_in" && this.args.transfers === "gross"));
  }

  private volumeOf(members: readonly Member[]): number {
    return sum(members.flatMap((member) => this.volumeRows(member).map(({ fen }) => fen)));
  }

  private firstVolume(member: Member): number {
    const isFirst = (row: ToldRow): boolean =>
      this.args.newRule === "first_day" ? row.day === member.firstDay : at(row) === member.firstAt;
    return sum(
      this.volumeRows(member)
        .filter(isFirst)
        .map(({ fen }) => fen),
    );
  }

  private comesBack(member: Member): boolean {
    return this.volumeRows(member).some(({ day }) => day > member.firstDay);
  }

  private newLenderSubsidies({ rows, cohort }: Member): number {
    return sum(rows.filter(({ type, day }) => type === "subsidy" && monthOf(day) <= cohort).map(({ fen }) => fen));
  }

  private balance({ rows }: Member, day: number): number {
    const until = rows.filter((row) => row.day <= day);
    return sum(until.map(({ type, fen }) => (PLUS.includes(type) ? fen : MINUS.includes(type) ? -fen : 0)));
  }

  private margin(member: Member, month: MonthNumber): number {
    let balanceDays = 0;
    for (let day: number = monthStart(month); day <= monthEnd(month); day++) balanceDays += this.balance(member, day);
    const of = (type: string): number =>
      sum(member.rows.filter((row) => row.type === type && monthOf(row.day) === month).map(({ fen }) => fen));
    const later = month > member.cohort ? of("subsidy") : 0;
    return (balanceDays * this.args.spreadPpm) / 1e6 / 365 + of("fee") - later;
  }

  private curve(members: readonly Member[]): number[] {
    const values: number[] = [];
    for (let age = 0; ; age++) {
      const observed = members.filter(({ cohort }) => cohort + age <= this.lastMonth);
      if (observed.length === 0) return values;
      const gain = sum(observed.map((member) => this.margin(member, member.cohort + age))) / observed.length;
      values.push((values.at(-1) ?? 0) + gain);
    }
  }

  private marginSoFar(members: readonly Member[]): number | null {
    const observed = members.filter(({ cohort }) => cohort <= this.lastMonth);
    let earned = 0;
    for (const member of observed)
      for (let month = member.cohort; month <= this.lastMonth; month++) earned += this.margin(member, month);
    return over(earned, observed.length);
  }
}

/** Grows with everybody's value from where the curve ends; where one of the two is not above zero, by what they gained. */
function projectedFrom(curve: readonly number[], everybody: readonly number[]): number {
  let value = curve[Math.min(curve.length, 24) - 1]!;
  for (let age = curve.length; age < everybody.length; age++) {
    const [before, after] = [everybody[age - 1]!, everybody[age]!];
    value = value > 0 && before > 0 ? (value * after) / before : value + after - before;
  }
  return value;
}
