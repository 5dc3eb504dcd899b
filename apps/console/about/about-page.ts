// What a service says of itself: what its templates are filled with.

import { furtherByPart, type Link } from "../navigation.ts";

export interface Cookie {
  name: string;
  use: string;
  ends: string;
}

/** `support`: who is written to about the pages themselves, where an operator has said so. */
export interface AboutView {
  cookies: readonly Cookie[];
  support: string | null;
}

export interface MoreView {
  parts: readonly { title: string; links: readonly Link[] }[];
}

/** `secure`: browsers know the service by https, and its cookies under a prefix that only such a name may set. */
export function aboutView({ secure, support }: { secure: boolean; support: string | null }): AboutView {
  const named = (name: string): string => `${secure ? "__Host-" : ""}school-journeys-${name}`;
  return {
    support,
    cookies: [
      {
        name: named("session"),
        use: "Says that it is you who signed in",
        ends: "When you sign out, or after four days: after eight hours it only says whose a kept form is",
      },
      {
        name: named("errand"),
        use: "Recognises you when you come back from the sign-in",
        ends: "When you have signed in, or after ten minutes",
      },
      {
        name: named("form"),
        use: "Brings back what you typed, where you had to sign in again before it was sent",
        ends: "When it came back, or after an hour",
      },
    ],
  };
}

/** The pages that do not stand at the top of each page, by what they are about. */
export const moreView = (links: readonly Link[]): MoreView => ({ parts: furtherByPart(links) });
