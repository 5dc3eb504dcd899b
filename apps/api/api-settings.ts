import { Injectable } from '@nestjs/common';
import type { Keyring } from '../../libs/people/keyring.ts';
import type { Catalogue } from '../../libs/prospectus/lookup.ts';

/** What the API is started with. */
@Injectable()
export class ApiSettings {
  /** The programmes as published; read and checked before the API starts. */
  catalogue: Catalogue;
  /** postgres:// URL; the API acts as role journeys_app whoever it names. */
  databaseUrl: string;
  /** Opens and seals names, addresses and free text. */
  peopleKeyring: Keyring;
  /** The file where erasures are noted, outside the database. */
  erasureLog: string;
  temporal: { address: string; namespace: string };
  /** Where people look at workflows; shown on the first page. */
  temporalUiUrl: string | null;
  /** Milliseconds a command may take before the answer is 503. */
  commandTimeoutMs: number;
  /** Milliseconds since 1970: when a request was received. */
  clock: () => number;

  constructor(settings: ApiSettings) {
    Object.assign(this, settings);
  }
}
