import { VintagesScreen } from "#src/features/vintages/VintagesScreen.tsx";

import { LoansDrawerHost } from "./LoansDrawerHost.tsx";

export function VintagesRoute() {
  return (
    <LoansDrawerHost>
      <VintagesScreen />
    </LoansDrawerHost>
  );
}
