import type { LoanMethod } from "#src/domain/loans.ts";
import type { LoanReport } from "#src/metrics/loans/loanCourse.ts";

export interface DumbSchedule {
  readonly lent: number;
  readonly method: LoanMethod;
  readonly principal: readonly number[];
  readonly interest: readonly number[];
  readonly dueDay: readonly number[];
}

/** In the words of `CourseBuffer`. */
export interface DumbCourse {
  readonly elapsed: number;
  readonly paid: readonly number[];
  readonly balance: readonly number[];
  readonly repaid: number;
  readonly owed: number;
  readonly prepaidAt: number;
  readonly prepaid: number;
  readonly badAt: number;
  readonly bad: number;
  readonly lastPaid: number;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The course of a loan rule by rule, slowly. It is more than one where the instalment of a prepayment hangs on less than
 * floats can tell.
 */
export function dumbCourses(schedule: DumbSchedule, report: LoanReport): readonly DumbCourse[] {
  const { lent, principal, interest, dueDay } = schedule;
  const { snapshotDay, overdueDays } = report;
  const elapsed = dueDay.filter((day) => day <= snapshotDay).length;
  const scheduled = (instalments: number): number => sum(principal.slice(0, instalments));

  const overdue = overdueDays > 0 && (Number.isNaN(report.repaid) || report.repaid < lent);
  const onTime = overdue ? dueDay.filter((day) => day < snapshotDay - overdueDays).length : elapsed;
  const bad = Number.isNaN(report.bad) ? 0 : report.bad;
  const repaid = Number.isNaN(report.repaid)
    ? Math.min(scheduled(onTime), Math.max(0, lent - bad))
    : Math.min(report.repaid, lent);
  const lost = Math.min(bad, lent - repaid);
  const whole = repaid === lent;

  const finish = (paid: readonly number[], { settled, early, at }: { settled: number; early: number; at: number }) => {
    let badAt = 0;
    if (lost > 0 && elapsed === 0) badAt = snapshotDay;
    if (lost > 0 && elapsed > 0) {
      const ninetieth = Math.max(snapshotDay - overdueDays, dueDay[0]!) + 90;
      badAt = overdueDays > 0 ? Math.min(ninetieth, dueDay[elapsed - 1]!) : dueDay[elapsed - 1]!;
    }
    const balance = paid.map(
      (_, row) => lent - sum(paid.slice(0, row + 1)) - (lost > 0 && badAt <= dueDay[row]! ? lost : 0),
    );
    const came = paid.map((amount, row) => amount > 0 || (row < settled && interest[row]! > 0));
    let lastPaid = came.lastIndexOf(true) + 1;
    if (lastPaid === 0 && report.interest > 0) {
      const due = principal.slice(0, elapsed).findIndex((amount, row) => amount + interest[row]! > 0);
      lastPaid = due < 0 ? elapsed : due + 1;
    }
    const [prepaidAt, prepaid] = early > 0 ? [at, early] : [0, 0];
    const owed = lent - repaid - lost;
    return { elapsed, paid, balance, repaid, owed, prepaidAt, prepaid, badAt, bad: lost, lastPaid };
  };

  if (overdue || Number.isNaN(report.repaid) || (!whole && repaid <= scheduled(elapsed))) {
    let settled = 0;
    while (settled < onTime && scheduled(settled + 1) <= repaid) settled++;
    const rest = repaid - scheduled(settled);
    const restAt = Math.min(settled, elapsed - 1);
    const paid = principal
      .slice(0, elapsed)
      .map((amount, row) => (row < settled ? amount : 0) + (row === restAt ? rest : 0));
    return [finish(paid, { settled, early: 0, at: 0 })];
  }

  const beyond = Math.max(0, repaid - scheduled(Math.max(1, elapsed)));
  if (elapsed === 0) return [finish([], { settled: 0, early: beyond, at: 1 })];
  return instalmentsThatFit(schedule, { interest: report.interest, elapsed, beyond, whole }).map((at) => {
    const early = whole ? lent - scheduled(at) : beyond;
    const settled = whole ? at : elapsed;
    const paid = principal
      .slice(0, elapsed)
      .map((amount, row) => (row < settled ? amount : 0) + (row === at - 1 ? early : 0));
    return finish(paid, { settled, early, at });
  });
}

interface Early {
  readonly interest: number;
  readonly elapsed: number;
  readonly beyond: number;
  readonly whole: boolean;
}

/** Tries every instalment: what interest would the loan have borne by the snapshot if principal had come early then? */
function instalmentsThatFit(schedule: DumbSchedule, { interest, elapsed, beyond, whole }: Early): readonly number[] {
  if (Number.isNaN(interest)) return [elapsed];
  const { lent, method, principal } = schedule;
  const months = schedule.interest.length;
  const borne = (at: number): number => {
    let total = 0;
    let open = lent;
    for (let month = 1; month <= elapsed; month++) {
      const full = method === "bullet" ? schedule.interest[months - 1]! / months : schedule.interest[month - 1]!;
      const early = month > at ? (whole ? open : Math.min(open, beyond)) : 0;
      total += open === 0 ? 0 : (full * (open - early)) / open;
      open -= principal[month - 1]!;
    }
    return total;
  };
  const explains = Array.from({ length: elapsed }, (_, place) => borne(place + 1) + place + 1);
  const first = (received: number): number => {
    if (received >= borne(elapsed) - elapsed) return elapsed;
    const place = explains.findIndex((total) => total >= received);
    return place < 0 ? elapsed : place + 1;
  };
  return [...new Set([first(interest - 1e-5), first(interest), first(interest + 1e-5)])];
}
