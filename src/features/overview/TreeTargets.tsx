import type { Period } from "#src/domain/period.ts";
import type { TargetMetric, TargetProgress } from "#src/engine/protocol.ts";
import { BulletBar } from "#src/ui/BulletBar.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { isGoodPace, paceStrings, paceText, targetFigure } from "#src/ui/paceWords.ts";
import type { SeriesTone } from "#src/ui/tones.ts";
import { currentTarget, useTargets } from "#src/view/targets.ts";

export interface TreeTargetProps {
  readonly metric: TargetMetric;
  readonly tone: SeriesTone;
}

/** The month's target under the north star, with a tick where it would be by now. */
export function HeroTarget({ metric, tone }: TreeTargetProps) {
  const words = useStrings(paceStrings);
  const format = useFormat();
  const target = useCurrentTarget(metric);
  const title = usePaceTitle(target);
  if (!target) return <div className="md:h-[30px]" />;
  const pace = paceText(target, words, format);
  return (
    <div className="flex flex-col justify-end gap-1.5 pt-2 md:h-[30px] md:pt-0" title={title}>
      <p className="text-label leading-none text-ink-2 max-md:leading-normal md:truncate">
        {words.short(
          format.month(target.month.from),
          targetFigure(target.target, target.unit, format),
          format.percent(target.share, 0),
        )}
        {pace !== undefined && <span className={isGoodPace(target.pace) ? "text-good" : "text-bad"}> · {pace}</span>}
      </p>
      <BulletBar share={target.share} expected={expectedShare(target)} tone={tone} />
    </div>
  );
}

export interface NodeTargetProps extends TreeTargetProps {
  /** Of the node's figure. */
  readonly period: Period;
}

/** The same in the corner and along the edge of a node; it names its month where the figure is of other days. */
export function NodeTarget({ metric, tone, period }: NodeTargetProps) {
  const words = useStrings(paceStrings);
  const format = useFormat();
  const target = useCurrentTarget(metric);
  const title = usePaceTitle(target);
  if (!target) return null;
  const share = format.percent(target.share, 0);
  const isOfMonth = period.from === target.month.from;
  return (
    <>
      <span className="relative z-10 ml-auto pl-2 text-micro whitespace-nowrap text-ink-2" title={title}>
        <span aria-hidden>
          {isOfMonth ? words.ofTarget(share) : words.ofMonthTarget(format.monthName(target.month.from), share)}
        </span>
        <span className="sr-only">{title}</span>
      </span>
      <span className="absolute inset-x-3 bottom-[2px]">
        <BulletBar share={target.share} expected={expectedShare(target)} tone={tone} thin />
      </span>
    </>
  );
}

/** Where a share can be drawn. */
type Drawn = TargetProgress & { readonly share: number };

function useCurrentTarget(metric: TargetMetric): Drawn | undefined {
  const { data } = useTargets();
  const target = data && currentTarget(data, metric);
  if (!target || target.share === null || target.target <= 0) return undefined;
  return { ...target, share: target.share };
}

function expectedShare({ expectedByNow, target }: Drawn): number | null {
  return expectedByNow === null ? null : expectedByNow / target;
}

function usePaceTitle(target: Drawn | undefined): string | undefined {
  const words = useStrings(paceStrings);
  const format = useFormat();
  if (!target) return undefined;
  const sentence = words.sentence(
    format.month(target.month.from),
    targetFigure(target.target, target.unit, format),
    format.percent(target.share),
  );
  const pace = paceText(target, words, format);
  return pace === undefined ? sentence : `${sentence} · ${pace}`;
}
