import { useState } from "react";

import { Drawer } from "#src/ui/Drawer.tsx";
import type { LoansRequest } from "#src/view/loansDrawer.tsx";

import { LoanSchedule } from "./LoanSchedule.tsx";
import { firstAsked, LoansList } from "./LoansList.tsx";

const WIDTH_PX = 1120;

export interface LoansDrawerProps {
  /** Undefined while it is closed. */
  readonly request: LoansRequest | undefined;
  readonly onClose: () => void;
}

/** The loans that a figure was made of, and the schedule of one of them. */
export function LoansDrawer({ request, onClose }: LoansDrawerProps) {
  // Kept while the drawer slides out.
  const [last, setLast] = useState(request);
  if (request !== undefined && request !== last) setLast(request);
  const shown = request ?? last;
  return (
    <Drawer
      open={request !== undefined}
      onClose={onClose}
      title={shown?.title ?? ""}
      subtitle={shown?.subtitle}
      widthPx={WIDTH_PX}
    >
      {shown && <LoansInside key={JSON.stringify(shown)} request={shown} />}
    </Drawer>
  );
}

function LoansInside({ request }: { readonly request: LoansRequest }) {
  const [asked, setAsked] = useState(() => firstAsked(request));
  const [loanId, setLoanId] = useState<string>();
  if (loanId !== undefined) {
    return <LoanSchedule loanId={loanId} rules={request.rules} onBack={() => setLoanId(undefined)} />;
  }
  return <LoansList request={request} asked={asked} onAskedChange={setAsked} onLoan={setLoanId} />;
}
