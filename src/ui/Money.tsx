import { useFormat } from "./language.tsx";
import type { MoneyScale } from "./moneyFormat.ts";

export interface MoneyProps {
  readonly fen: number | null;
  readonly scale?: MoneyScale | undefined;
  readonly sign?: boolean | undefined;
  readonly className?: string | undefined;
}

/** An amount in a short unit; the exact one is its title. */
export function Money({ fen, scale, sign, className }: MoneyProps) {
  const format = useFormat();
  return (
    <span className={className} title={fen === null ? undefined : format.moneyExact(fen, { sign })}>
      {format.money(fen, { scale, sign })}
    </span>
  );
}
