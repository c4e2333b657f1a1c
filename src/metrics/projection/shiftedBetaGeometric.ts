/** The two shapes of how the chance of stopping is spread over lenders; both above zero. */
export interface BetaShapes {
  readonly alpha: number;
  readonly beta: number;
}

/** One occasion: how many lenders come to it, having renewed at every one before, and how many of them renew. */
export interface RenewalStep {
  readonly lenders: number;
  readonly renewed: number;
}

export interface RenewalFit extends BetaShapes {
  readonly logLikelihood: number;
}

/** Beyond these shapes lenders hardly differ, or hardly stop: the data does not tell two shapes apart. */
const LARGEST_SHAPE = 1000;
const SMALLEST_SHAPE = 1e-3;

const MOST_STEPS = 500;
/** A slope by the logarithm of a shape, a lender, that counts as none. */
const FLAT = 1e-10;
/** Damping beyond which a step is too short to change anything. */
const SHORTEST = 1e12;

/**
 * Shares still renewing after t occasions, from t = 0, when every lender stops at each with a chance of its
 * own (RN3): S(t) = S(t − 1) · (β + t − 1) ÷ (α + β + t − 1).
 */
export function renewalSurvival({ alpha, beta }: BetaShapes, upTo: number): number[] {
  const survival = [1];
  for (let t = 1; t <= upTo; t++) survival.push((survival[t - 1]! * (beta + t - 1)) / (alpha + beta + t - 1));
  return survival;
}

/** The occasions of a cohort that nobody leaves but by stopping. @param alive  after t occasions, from t = 0, never rising */
export function stepsOf(alive: readonly number[]): RenewalStep[] {
  return alive.slice(1).map((renewed, place) => ({ lenders: alive[place]!, renewed }));
}

/** The logarithm of how likely the renewals and stops at each occasion are; who is not that far yet adds nothing. */
export function renewalLogLikelihood(steps: readonly RenewalStep[], { alpha, beta }: BetaShapes): number {
  return steps.reduce(
    (sum, { lenders, renewed }, t) =>
      sum + renewed * Math.log(beta + t) + (lenders - renewed) * Math.log(alpha) - lenders * Math.log(alpha + beta + t),
    0,
  );
}

/**
 * The shapes under which the counts are most likely (RN3); null when the counts do not tell: no occasion, nobody
 * stops, nobody renews, or lenders seem all alike.
 *
 * Damped Newton steps on the logarithms of the shapes, from fixed starts: the same counts give the same shapes.
 */
export function fitRenewals(steps: readonly RenewalStep[]): RenewalFit | null {
  const renewed = steps.reduce((sum, step) => sum + step.renewed, 0);
  if (renewed === 0 || steps.every((step) => step.renewed === step.lenders)) return null;
  const fits = STARTS.map((start) => climbed(steps, start)).filter((fit) => fit !== null);
  const best = fits.toSorted((a, b) => b.logLikelihood - a.logLikelihood)[0];
  return best === undefined || isFar(best) ? null : best;
}

const STARTS: readonly BetaShapes[] = [
  { alpha: 1, beta: 1 },
  { alpha: 0.3, beta: 3 },
  { alpha: 5, beta: 5 },
];

function isInside(shape: number): boolean {
  return shape >= SMALLEST_SHAPE && shape <= LARGEST_SHAPE;
}

/** Uphill to where it is flat; null when that is out of sight. */
function climbed(steps: readonly RenewalStep[], start: BetaShapes): RenewalFit | null {
  let fit: RenewalFit = { ...start, logLikelihood: renewalLogLikelihood(steps, start) };
  let damping = 1;
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = slopes(steps, fit);
    if (Math.abs(slope.a) + Math.abs(slope.b) <= FLAT * steps[0]!.lenders) return fit;
    const [byAlpha, byBeta] = dampedStep(slope, damping);
    const next = { alpha: fit.alpha * Math.exp(byAlpha), beta: fit.beta * Math.exp(byBeta) };
    const logLikelihood = renewalLogLikelihood(steps, next);
    const isHigher = logLikelihood > fit.logLikelihood;
    // No step so short that it still rises: as flat as numbers can tell.
    if (!isHigher && damping > SHORTEST) return isFar(fit) ? null : fit;
    if (isHigher) fit = { ...next, logLikelihood };
    damping = isHigher ? Math.max(damping / 10, 1e-9) : damping * 10;
  }
  return null;
}

function isFar({ alpha, beta }: BetaShapes): boolean {
  return !isInside(alpha) || !isInside(beta);
}

/** First and second derivatives by the logarithms of the shapes. */
interface Slopes {
  readonly a: number;
  readonly b: number;
  readonly aa: number;
  readonly ab: number;
  readonly bb: number;
}

function slopes(steps: readonly RenewalStep[], { alpha, beta }: BetaShapes): Slopes {
  let [byAlpha, byBeta, alphaTwice, both, betaTwice] = [0, 0, 0, 0, 0];
  for (const [t, { lenders, renewed }] of steps.entries()) {
    const [sum, kept, stopped] = [alpha + beta + t, beta + t, lenders - renewed];
    byAlpha += stopped / alpha - lenders / sum;
    byBeta += renewed / kept - lenders / sum;
    alphaTwice += lenders / sum ** 2 - stopped / alpha ** 2;
    both += lenders / sum ** 2;
    betaTwice += lenders / sum ** 2 - renewed / kept ** 2;
  }
  return {
    a: alpha * byAlpha,
    b: beta * byBeta,
    aa: alpha * alpha * alphaTwice + alpha * byAlpha,
    ab: alpha * beta * both,
    bb: beta * beta * betaTwice + beta * byBeta,
  };
}

/** Newton's step; the more damping, the shorter and the more uphill. */
function dampedStep({ a, b, aa, ab, bb }: Slopes, damping: number): [number, number] {
  const scale = damping * (Math.abs(aa) + Math.abs(bb) + 1e-12);
  const [p, q] = [scale - aa, scale - bb];
  const determinant = p * q - ab * ab;
  if (p <= 0 || determinant <= 0)
    return [a / (scale + Math.abs(aa) + Math.abs(ab)), b / (scale + Math.abs(bb) + Math.abs(ab))];
  return [(q * a + ab * b) / determinant, (p * b + ab * a) / determinant];
}
