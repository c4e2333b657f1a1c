import { acquisitionDefinitions } from "./acquisitionDefinitions.ts";
import { activationDefinitions } from "./activationDefinitions.ts";
import { cohortDefinitions } from "./cohortDefinitions.ts";
import { compareDefinitions } from "./compareDefinitions.ts";
import { concentrationDefinitions } from "./concentrationDefinitions.ts";
import type { MeasureDefinition } from "./definition.ts";
import { growthDefinitions } from "./growthDefinitions.ts";
import { ledgerDefinitions } from "./ledgerDefinitions.ts";
import { lenderDefinitions } from "./lenderDefinitions.ts";
import { leverageDefinitions } from "./leverageDefinitions.ts";
import { matchingDefinitions } from "./matchingDefinitions.ts";
import { profitDefinitions } from "./profitDefinitions.ts";
import { projectionDefinitions } from "./projectionDefinitions.ts";
import { retentionDefinitions } from "./retentionDefinitions.ts";
import { stateDefinitions } from "./stateDefinitions.ts";
import { targetDefinitions } from "./targetDefinitions.ts";
import { vintageDefinitions } from "./vintageDefinitions.ts";

/** Every measure of the product, in the order in which it is read. */
export const definitions: readonly MeasureDefinition[] = [
  ...ledgerDefinitions,
  ...lenderDefinitions,
  ...concentrationDefinitions,
  ...cohortDefinitions,
  ...retentionDefinitions,
  ...projectionDefinitions,
  ...growthDefinitions,
  ...stateDefinitions,
  ...acquisitionDefinitions,
  ...activationDefinitions,
  ...compareDefinitions,
  ...profitDefinitions,
  ...vintageDefinitions,
  ...matchingDefinitions,
  ...leverageDefinitions,
  ...targetDefinitions,
];
