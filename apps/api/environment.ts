// What the API reads from its environment (CONTRACT "Commands of the repository").

import { loadCatalogue } from '../../libs/config/load-catalogue.ts';
import type { ApiSettings } from './api-settings.ts';

/** What is set, or the defaults of a machine where all parts run beside each other. Throws a sentence that names what is wrong. */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): ApiSettings & { port: number } {
  const set = (name: string, otherwise: string): string => environment[name] || otherwise;
  const databaseUrl = set('DATABASE_URL', '');
  if (!URL.canParse(databaseUrl) || !/^postgres(ql)?:$/u.test(new URL(databaseUrl).protocol)) {
    throw new Error('DATABASE_URL must be set to a postgres:// address.');
  }
  const port = Number(set('PORT', '3000'));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be a number from 0 to 65535.');
  const temporalUiUrl = environment['TEMPORAL_UI_URL'] || null;
  if (temporalUiUrl !== null && !/^https?:\/\//u.test(temporalUiUrl)) throw new Error('TEMPORAL_UI_URL must be an http:// or https:// address.');
  return {
    port, databaseUrl, temporalUiUrl, catalogue: loadCatalogue(), commandTimeoutMs: 10_000, clock: Date.now,
    temporal: { address: set('TEMPORAL_ADDRESS', '127.0.0.1:7233'), namespace: set('TEMPORAL_NAMESPACE', 'default') },
  };
}
