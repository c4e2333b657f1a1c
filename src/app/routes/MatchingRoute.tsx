import { MatchingScreen } from "#src/features/matching/MatchingScreen.tsx";

import { LoansDrawerHost } from "./LoansDrawerHost.tsx";
import { LotsDrawerHost } from "./LotsDrawerHost.tsx";

export function MatchingRoute() {
  return (
    <LoansDrawerHost>
      <LotsDrawerHost>
        <MatchingScreen />
      </LotsDrawerHost>
    </LoansDrawerHost>
  );
}
