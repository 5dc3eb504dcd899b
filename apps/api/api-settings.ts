import { Injectable } from "@nestjs/common";
import type { Place } from "../../libs/calendar/differences.ts";
import type { SchoolCalendar } from "../../libs/calendar/terms.ts";
import type { DfeOrganisations } from "../../libs/config/dfe-organisations.ts";
import type { Keyring } from "../../libs/people/keyring.ts";
import type { Catalogue } from "../../libs/prospectus/lookup.ts";
import type { RateLimits } from "./access/rate-limit.ts";

/** The sign-in that is believed, and what the console is called there. */
export interface SignInSettings {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  scope: string;
}

/** What the API is started with. */
@Injectable()
export class ApiSettings {
  /** The programmes as published; read and checked before the API starts. */
  catalogue: Catalogue;
  /** Where an LA, a hub or a school has other term dates. */
  calendarOf: (place: Place) => SchoolCalendar;
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
  signIn: SignInSettings;
  /** Which organisation of DfE Sign-in is which hub. */
  dfeOrganisations: DfeOrganisations;
  /** What people call the service in their browser: an origin. */
  publicUrl: string;
  /** Seals the console's cookies; 32 characters or more. */
  sessionSecret: string;
  rateLimits: RateLimits;
  /** What GOV.UK Notify shows with a receipt; null or none: receipts are not taken. */
  mailReceiptToken?: string | null;
  /** Whether webhooks may lead to this machine. */
  webhookLoopback: boolean;

  constructor(settings: ApiSettings) {
    Object.assign(this, settings);
  }
}
