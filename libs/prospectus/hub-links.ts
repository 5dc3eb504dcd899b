// Where a hub leads for a programme beside the page's own links, which stay: its website, address and community.

import type { Figure, LinkKind, ProgrammeLink, Prospectus } from "./prospectus.ts";

/** What a hub may add of its own; a form and another route are what a page says. */
export const HUB_LINK_KINDS = ["website", "email", "online-community"] as const satisfies readonly LinkKind[];

/** A link of a hub. `address`: of a website or a community https, else an e-mail address. */
export interface HubLink {
  kind: (typeof HUB_LINK_KINDS)[number];
  text: string;
  address: string;
}

/** What is wrong with the links that a hub sets; null where nothing is. */
export function linkFault(links: readonly HubLink[]): string | null {
  for (const { kind, text, address } of links) {
    if (text.trim() === "") return "Each link says what it leads to.";
    if (kind === "email" && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/u.test(address))
      return "An e-mail address has an @.";
    if (kind !== "email" && !isPage(address)) return "The address of a page begins with https:// and has no spaces.";
  }
  return new Set(links.map(({ kind, address }) => `${kind} ${address}`)).size < links.length
    ? "No link is there twice."
    : null;
}

function isPage(address: string): boolean {
  return /^https:\/\/[^\s"<>]+$/u.test(address) && URL.canParse(address) && new URL(address).username === "";
}

/** The programme with a hub's links before those of its page. */
export function withLinks(
  prospectus: Prospectus,
  own: readonly HubLink[] | undefined,
  as: <T>(value: T) => Figure<T>,
): Prospectus {
  if (own === undefined || own.length === 0) return prospectus;
  const ofPage = (prospectus.links?.value ?? []).filter(
    (one) => !own.some(({ kind, address }) => kind === one.kind && address === one.address),
  );
  return { ...prospectus, links: as<readonly ProgrammeLink[]>([...own, ...ofPage]) };
}
