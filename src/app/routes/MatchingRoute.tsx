import { MatchingScreen } from "#src/features/matching/MatchingScreen.tsx";

import { LoansDrawerHost } from "./LoansDrawerHost.tsx";

export function MatchingRoute() {
  return (
    <LoansDrawerHost>
      <MatchingScreen />
    </LoansDrawerHost>
  );
}
