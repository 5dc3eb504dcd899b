// The frame of every page: what stands around it, and what a browser may do with it.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { VERSION } from "../../libs/config/version.ts";
import { policyWith } from "../../libs/http/security-headers.ts";
import { demonstrationNote } from "./demonstration.ts";
import type { Html } from "./html.ts";
import { assets, PACKAGES } from "./look/assets.ts";
import { filledIn } from "./look/templates.ts";
import { navigationOf, type Link, type NavigationItem } from "./navigation.ts";

/** The one script that stands in a page: the library's own, which says whether the browser can run the others. */
const INLINE = /<script[^>]*>([^<]+)<\/script>/u;
const inline = INLINE.exec(readFileSync(join(PACKAGES, "govuk-frontend/dist/govuk/template.njk"), "utf8"))?.[1] ?? "";

const known = `'sha256-${createHash("sha256").update(inline).digest("base64")}'`;
const OWN = `script-src 'self' ${known}; style-src 'self'; img-src 'self'; `;

/** What a browser may do with a page: styles, scripts and pictures of ours, forms that stay here. */
export const POLICY = policyWith(OWN);
/** The same for a page whose script asks for what it suggests. */
export const ASKING = policyWith(`${OWN}connect-src 'self'; `);
/** The same for a page that shows another of ours within itself. */
export const FRAMING = policyWith(`${OWN}frame-src 'self'; `);

/** How the person who has signed in is called, in which role, and which pages are theirs. */
export interface Who {
  name: string;
  role: string;
  links?: readonly Link[];
  /** They read as somebody else: said on each page, with what the form to stop it brings. */
  reading?: { says: string; token: string } | null;
}

/** What a page has around it besides. */
export interface Around {
  /** The address that is shown. */
  at?: string;
  /** Something on a form is wrong: the title says so before all else. */
  faulty?: boolean;
  /** What an operator wants everybody to read. */
  notice?: string | null;
  back?: Link | null;
}

/** What layout.njk is filled with. */
interface FrameView {
  pageTitle: string;
  heading: string;
  assets: string;
  account: Who | null;
  reading: Who["reading"];
  navigation: readonly NavigationItem[];
  /** Which day a demonstration shows; null in service. */
  demonstration: string | null;
  notice: string | null;
  back: Link | null;
  body: Html;
  about: readonly Link[];
  version: string;
}

/** What every service says of itself, from the foot of each page. */
export const ABOUT: readonly Link[] = [
  { href: "/contact", words: "Contact" },
  { href: "/accessibility", words: "Accessibility statement" },
  { href: "/privacy", words: "Privacy" },
  { href: "/cookies", words: "Cookies" },
];

/** A whole page; `who`: null for who has not signed in. */
export function page(title: string, body: Html, who: Who | null, around: Around = {}): string {
  const { at = "", faulty = false, notice = null, back = null } = around;
  const view: FrameView = {
    pageTitle: titleOf(title, faulty),
    heading: title,
    assets: assets().folder,
    account: who,
    reading: who?.reading ?? null,
    navigation: navigationOf(who?.links ?? [], at),
    demonstration: demonstrationNote(),
    notice,
    back,
    body,
    about: ABOUT,
    version: VERSION,
  };
  return filledIn("look/layout.njk", view).text;
}

const NAME = "School Journeys";

const titleOf = (title: string, faulty: boolean): string =>
  `${faulty ? "Error: " : ""}${title === NAME ? "" : `${title} – `}${NAME}`;
