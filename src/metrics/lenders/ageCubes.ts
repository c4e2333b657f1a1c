import { monthOf, SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { TransfersView } from "#src/domain/switches.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { COHORT_BEFORE } from "#src/metrics/cohortCube.ts";
import { KIND, type LenderProfiles } from "#src/metrics/lenderProfiles.ts";

import { AgeClocks } from "./ageClocks.ts";
import { AgeSums } from "./ageSums.ts";
import type { ActivityBits, AgeCube } from "./lenderBook.ts";
import type { LenderRows } from "./lenderRows.ts";
import { Segments } from "./segments.ts";

/** What is fixed at a lender's first lend; columns by ledger code, of any greater length. */
export interface Attributes {
  readonly profiles: LenderProfiles;
  /** Place in `CHANNEL_KINDS`. */
  readonly kind: Uint8Array;
  readonly campaign: Uint16Array;
}

interface AgeRules {
  readonly asOf: EpochDay;
  readonly transfers: TransfersView;
}

/** What lenders did by age, on both clocks. */
export interface Ages {
  readonly calendarBits: ActivityBits;
  readonly rollingBits: ActivityBits;
  readonly calendar: AgeCube;
  readonly rolling: AgeCube;
}

/** Adds up lenders by age, one after another. */
export class AgesBuilder {
  readonly clocks: AgeClocks;
  private readonly attributes: Attributes;
  private readonly segments = new Segments();
  private readonly calendar: AgeSums;
  private readonly rolling: AgeSums;

  constructor(attributes: Attributes, { asOf, transfers }: AgeRules) {
    const { profiles } = attributes;
    this.attributes = attributes;
    this.clocks = new AgeClocks(profiles, asOf);
    const size = { lenders: profiles.kind.length, mostAges: this.clocks.mostAges };
    this.calendar = new AgeSums(transfers, size);
    this.rolling = new AgeSums(transfers, size);
  }

  /** @param signs  bits of `SIGN` */
  take(lender: number, rows: LenderRows, signs: number): void {
    const { profiles, kind, campaign } = this.attributes;
    const began = profiles.kind[lender];
    if (began !== KIND.lent && began !== KIND.before) return;
    const firstDay = epochDay(Math.floor(profiles.firstInstant[lender]! / SECONDS_A_DAY));
    const cohort = began === KIND.lent ? monthOf(firstDay) : COHORT_BEFORE;
    const segment = this.segments.add({
      cohort,
      channel: profiles.channel[lender]!,
      kind: kind[lender]!,
      campaign: campaign[lender]!,
      firstProduct: profiles.firstProduct[lender]!,
      signs,
    });
    const { clocks, calendar, rolling } = this;
    const isLent = cohort !== COHORT_BEFORE;
    calendar.openSegment(segment, isLent ? clocks.calendarAges(cohort) : 0);
    rolling.openSegment(segment, isLent ? clocks.rollingAgesOfAll(cohort) : 0);
    if (!isLent) return;
    const acquiredUntil = clocks.monthEnd(cohort);
    const calendarAges = clocks.setCalendar(cohort);
    calendar.take(rows, { lender, segment, ages: calendarAges, edges: clocks.edges, acquiredUntil });
    const rollingAges = clocks.setRolling(cohort, firstDay);
    rolling.take(rows, { lender, segment, ages: rollingAges, edges: clocks.edges, acquiredUntil });
  }

  finish(): Ages {
    const segments = this.segments.finish();
    return {
      calendarBits: this.calendar.bits(),
      rollingBits: this.rolling.bits(),
      calendar: { clock: "calendar", ...segments, ...this.calendar.cells(segments.segments) },
      rolling: { clock: "rolling", ...segments, ...this.rolling.cells(segments.segments) },
    };
  }
}
