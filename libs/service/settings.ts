import type { Place } from "../calendar/differences.ts";
import type { SchoolCalendar } from "../calendar/terms.ts";
import type { Keyring } from "../people/keyring.ts";
import type { Catalogue } from "../prospectus/lookup.ts";
import type { TemporalSettings } from "../temporal/connection.ts";

/** A command that was sent: which, what became of it (`unknown`: nobody could say in time), how long that took. */
export interface HeardOf {
  name: string;
  outcome: "accepted" | "rejected" | "unknown";
  seconds: number;
}

/** What the use cases are started with, whoever serves them. */
export abstract class ServiceSettings {
  /** The programmes as published; read and checked before anything starts. */
  catalogue: Catalogue;
  /** Where an LA, a hub or a school has other term dates. */
  calendarOf: (place: Place) => SchoolCalendar;
  /** postgres:// URL; the service acts as role journeys_app whoever it names. */
  databaseUrl: string;
  /** Opens and seals names, addresses and free text. */
  peopleKeyring: Keyring;
  /** The file where erasures are noted, outside the database. */
  erasureLog: string;
  temporal: TemporalSettings;
  /** Milliseconds a command may take before its outcome is `unavailable`. */
  commandTimeoutMs: number;
  /** Milliseconds since 1970: when something was asked. */
  clock: () => number;
  /** Where mail for a hub goes, and answers to its letters, while it has named nobody. */
  hubInbox: (hub: string) => string;
  /** What people call the service in their browser: an origin. */
  publicUrl: string;
  /** Whether webhooks may lead to this machine. */
  webhookLoopback: boolean;
  /** Hears of each command that was sent, once it is known what became of it. */
  heard?: (command: HeardOf) => void;
}
