import { ProfitabilityScreen } from "#src/features/profitability/ProfitabilityScreen.tsx";

import { LoansDrawerHost } from "./LoansDrawerHost.tsx";

export function ProfitabilityRoute() {
  return (
    <LoansDrawerHost>
      <ProfitabilityScreen />
    </LoansDrawerHost>
  );
}
