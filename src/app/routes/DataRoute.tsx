import { DataScreen } from "#src/features/data/DataScreen.tsx";
import { useEngineStore } from "#src/view/engine.tsx";

export function DataRoute() {
  const { today } = useEngineStore();
  return <DataScreen today={today} />;
}
