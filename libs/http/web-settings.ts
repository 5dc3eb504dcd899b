import type { DfeOrganisations } from "../config/dfe-organisations.ts";
import { ServiceSettings } from "../service/settings.ts";
import type { RateLimits } from "./rate-limit.ts";

/** The sign-in that is believed, and what the console is called there. */
export interface SignInSettings {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  scope: string;
}

/** What the API and the console are started with. */
export class WebSettings extends ServiceSettings {
  /** Where people look at workflows; shown on the first page. */
  temporalUiUrl: string | null;
  signIn: SignInSettings;
  /** Which organisation of DfE Sign-in is which hub. */
  dfeOrganisations: DfeOrganisations;
  /** Seals what a browser brings back from the sign-in; 32 characters or more. */
  sessionSecret: string;
  rateLimits: RateLimits;
  /** Proxies, by address or network, that are believed when they say whom they pass on (`X-Forwarded-For`). */
  trustedProxies: readonly string[];
  /** What GOV.UK Notify shows with a receipt; null or none: receipts are not taken. */
  mailReceiptToken?: string | null;
  /** Made-up schools, by a clock of their own: every page says so, and every answer. */
  demonstration?: boolean;

  /** What everybody is to read, on each page; null or none: nothing. */
  notice?: string | null;
  /** Who is written to about the pages themselves; null or none: people tell their hub. */
  supportEmail?: string | null;

  constructor(settings: WebSettings) {
    super();
    Object.assign(this, settings);
  }
}
