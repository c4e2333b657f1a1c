/** Money in and out in the order of time, the points without any left out. */
export interface DatedFlows {
  /** Above zero is money in; none is zero. */
  readonly amounts: Float64Array;
  /** Steps of time since the flow before; 0 of the first. */
  readonly gaps: Float64Array;
  /** Steps in the time that a rate is of: 1 for a rate per step, 365 for a yearly rate of days. */
  readonly stepsPerRate: number;
}

/** What flows at one time is one flow; the order in which flows are given does not count. */
export function datedFlows(amounts: ArrayLike<number>, times: ArrayLike<number>, stepsPerRate: number): DatedFlows {
  const byTime = inOrder(times);
  const kept = { amounts: new Float64Array(byTime.length), gaps: new Float64Array(byTime.length) };
  let count = 0;
  let last = NaN;
  for (let place = 0; place < byTime.length;) {
    const time = times[byTime[place]!]!;
    let amount = 0;
    for (; place < byTime.length && times[byTime[place]!] === time; place++) amount += amounts[byTime[place]!]!;
    if (amount === 0) continue;
    kept.amounts[count] = amount;
    kept.gaps[count] = count === 0 ? 0 : time - last;
    last = time;
    count++;
  }
  return { amounts: kept.amounts.subarray(0, count), gaps: kept.gaps.subarray(0, count), stepsPerRate };
}

function inOrder(times: ArrayLike<number>): Uint32Array {
  const places = Uint32Array.from({ length: times.length }, (_, place) => place);
  for (let place = 1; place < times.length; place++)
    if (times[place]! < times[place - 1]!) return places.sort((a, b) => times[a]! - times[b]!);
  return places;
}

/**
 * What flows are worth at a rate: on the day of the first for rates from 0, on the day of the last below. Either is nil
 * at the same rates, and neither overflows.
 *
 * @param logRate  ln(1 + rate)
 */
export function valueAt({ amounts, gaps, stepsPerRate }: DatedFlows, logRate: number): number {
  const perStep = -Math.abs(logRate) / stepsPerRate;
  const oneStep = Math.exp(perStep);
  let value = 0;
  if (logRate < 0) {
    for (let place = 0; place < amounts.length; place++)
      value = value * shrunk(gaps[place]!, oneStep, perStep) + amounts[place]!;
    return value;
  }
  for (let place = amounts.length - 1; place >= 0; place--)
    value = (value + amounts[place]!) * shrunk(gaps[place]!, oneStep, perStep);
  return value;
}

function shrunk(gap: number, oneStep: number, perStep: number): number {
  return gap === 1 ? oneStep : Math.exp(perStep * gap);
}
