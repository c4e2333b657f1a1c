import type { Drop, TableChoice } from "#src/engine/protocol.ts";

import { GroupDetail } from "./GroupDetail.tsx";
import { GroupList } from "./GroupList.tsx";
import { ReviewFooter } from "./ReviewFooter.tsx";
import type { ReviewAction } from "./reviewState.ts";
import { shownGroup } from "./standing.ts";
import { useReview } from "./useReview.ts";

export interface DropReviewProps {
  readonly drop: Drop;
  readonly onImport: (choices: readonly TableChoice[]) => void;
  readonly onClose: () => void;
  /** The reader settled something that closing would lose. */
  readonly onTouched: () => void;
}

/** Side by side from 1024 px, below each other under it. */
export function DropReview({ drop, onImport, onClose, onTouched }: DropReviewProps) {
  const review = useReview(drop);
  const selected = shownGroup(review.standing);
  const act = (action: ReviewAction): void => {
    if (action.type !== "select" && action.type !== "take") onTouched();
    review.dispatch(action);
  };
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto lg:grid lg:grid-cols-[300px_minmax(0,1fr)] lg:overflow-hidden">
        <GroupList standing={review.standing} onAction={act} />
        {selected && (
          <GroupDetail key={selected.id} drop={drop} group={selected} standing={review.standing} onAction={act} />
        )}
      </div>
      <ReviewFooter review={review} onImport={onImport} onClose={onClose} />
    </>
  );
}
