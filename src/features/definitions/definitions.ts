import { cohortDefinitions } from "./cohortDefinitions.ts";
import type { MeasureDefinition } from "./definition.ts";
import { growthDefinitions } from "./growthDefinitions.ts";
import { ledgerDefinitions } from "./ledgerDefinitions.ts";
import { lenderDefinitions } from "./lenderDefinitions.ts";
import { stateDefinitions } from "./stateDefinitions.ts";

/** Every measure of the product, in the order in which it is read. */
export const definitions: readonly MeasureDefinition[] = [
  ...ledgerDefinitions,
  ...lenderDefinitions,
  ...cohortDefinitions,
  ...growthDefinitions,
  ...stateDefinitions,
];
