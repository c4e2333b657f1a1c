import type { LenderDetail } from "#src/engine/protocol.ts";
import { FigureTile, FigureTiles } from "#src/ui/FigureTile.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { keyFigures, type KeyFigure } from "./keyFigures.ts";
import { sourced } from "./lenderInfo.ts";
import { strings } from "./strings.ts";

export interface LenderTilesProps {
  readonly detail: LenderDetail;
}

export function LenderTiles({ detail }: LenderTilesProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { amounts, early } = keyFigures(detail);
  const notes: Partial<Record<KeyFigure, string>> = {
    volume: words.volumeNote(format.count(detail.row.occasions)),
    ...(early > 0 ? { exits: words.exitsNote(format.money(early)) } : {}),
  };
  return (
    <FigureTiles label={words.figures}>
      {amounts.map(({ id, amount }) => (
        <FigureTile
          key={id}
          name={words[id]}
          value={format.money(amount)}
          title={format.moneyExact(amount)}
          note={notes[id]}
          info={sourced(detail.basis, { name: words[id], sentence: words.sentences[id] })}
        />
      ))}
    </FigureTiles>
  );
}
