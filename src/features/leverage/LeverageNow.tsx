import type { LeverageBand } from "#src/engine/protocol.ts";
import { Badge, type BadgeProps } from "#src/ui/Badge.tsx";
import { Card } from "#src/ui/Card.tsx";
import { FigureTile, FigureTiles } from "#src/ui/FigureTile.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { leverageInfo, leverageText, leverageTiles, roomSentence, type LeverageNow as Now } from "./figures.ts";
import { LeverageScale } from "./LeverageScale.tsx";
import { strings } from "./strings.ts";

const TONES: Readonly<Record<LeverageBand, NonNullable<BadgeProps["tone"]>>> = {
  low: "neutral",
  normal: "good",
  high: "warn",
  extreme: "bad",
};

export interface LeverageNowProps {
  readonly answer: Now;
  /** Which rules are not as usual; undefined when all are. */
  readonly changed: string | undefined;
}

/** Leverage on the last day of data, with its band, what it is to be read with, and the figures beside it. */
export function LeverageNow({ answer, changed }: LeverageNowProps) {
  const { now, room } = answer;
  const words = useStrings(strings);
  const format = useFormat();
  const spoken = { words, format };
  return (
    <>
      <Card
        title={words.leverage}
        subtitle={words.asOf(format.day(now.day))}
        info={leverageInfo(answer, changed, spoken)}
        footer={
          <>
            {now.leverage !== null && <p>{words.minimum}</p>}
            <p className="text-label text-ink-3">{words.wholeLedger}</p>
          </>
        }
      >
        <div className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
          <div className="flex min-w-0 flex-col gap-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="text-hero font-strong">{leverageText(now.leverage, spoken)}</span>
              {now.band !== null && (
                <span className="flex flex-wrap items-center gap-2 text-ink-2">
                  <Badge tone={TONES[now.band]}>{words.bands[now.band]}</Badge>
                  {words.bandSpans[now.band]}
                </span>
              )}
            </p>
            <p className="text-ink-2">{roomSentence(now, room, spoken)}</p>
            {changed !== undefined && <p className="text-warn">{words.changedRules(changed)}</p>}
          </div>
          <LeverageScale leverage={now.leverage} />
        </div>
      </Card>
      <FigureTiles label={words.tiles}>
        {leverageTiles(answer, spoken).map(({ id, ...tile }) => (
          <FigureTile key={id} {...tile} />
        ))}
      </FigureTiles>
    </>
  );
}
