import { useState } from "react";

import { RequestDrawer, type RequestDrawerProps } from "#src/ui/RequestDrawer.tsx";
import type { LoansRequest } from "#src/view/loansDrawer.tsx";

import { LoanSchedule } from "./LoanSchedule.tsx";
import { firstAsked, LoansList } from "./LoansList.tsx";

const WIDTH_PX = 1120;

export type LoansDrawerProps = Pick<RequestDrawerProps<LoansRequest>, "request" | "onClose">;

/** The loans that a figure was made of, and the schedule of one of them. */
export function LoansDrawer(props: LoansDrawerProps) {
  return (
    <RequestDrawer {...props} widthPx={WIDTH_PX}>
      {(request) => <LoansInside request={request} />}
    </RequestDrawer>
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
