// Links for calendar programs: an address that is itself the key, made by someone who sees what it shows, revoked by
// them or by the hub whose it is. It ends by itself: whoever still wants it makes another.

import { createHmac } from "node:crypto";
import { addDays } from "../../calendar/dates.ts";
import { endOfDay, instantFromMs, localDate, type Instant } from "../../calendar/instants.ts";
import { digestKey } from "../../people/digest-key.ts";
import {
  keepLink,
  linkBehind,
  linksOf,
  linksOfHub,
  linkToRevoke,
  revokeLink,
  type CalendarLink,
  type LinkKind,
} from "../../store/calendar-links.ts";
import type { Within } from "../../views/within.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS, type Roles } from "../access/roles.ts";
import { sameHub, withinOf } from "../access/scope.ts";
import type { Asked } from "../commands/asked.ts";
import { claimRequest, named } from "../commands/claim.ts";
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import { journeyBehind } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal } from "../refusal.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { validated } from "../shape/checked.ts";
import { Named, Text, Whole } from "../shape/field.ts";
import { groupSeen, noGroup } from "../work-groups/group-seen.ts";
import { hubNameOf } from "../../words/hub-name.ts";
import { placesOf } from "../work-groups/places.ts";
import { groupCalled, isSeen, journeysAhead, workGroupAhead, type Places } from "./ahead.ts";
import { icalEntries, schoolCalendar, type Subscribed } from "./ical-entries.ts";

export const LINK_ROLES: Roles = [...READERS, "school-contact"];
/** Who looks after the links of a hub, whoever made them. */
export const HUB_LINK_ROLES: Roles = ["hub-coordinator", "hub-lead", "operator"];

/** For so many days a link is good, where nothing is said, and at most. */
const DAYS = 365;
const MOST_DAYS = 366;

const SECRET_SHAPE = /^[\w-]{43}$/u;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u;
const DAYS_AHEAD = 120;

/** What a link is asked of: one of them. */
@Named("CalendarLinkAsked")
export class LinkBody {
  @Text({
    optional: true,
    shape: /^\d{6}-(primary|secondary)$/u,
    else: "journey is an id such as 100001-primary.",
  })
  journey?: string | null;

  @Text({ optional: true, shape: /^[a-z0-9-]{1,100}$/u, else: "workGroup is an id such as north-readiness-1." })
  workGroup?: string | null;

  @Text({
    optional: true,
    shape: /^[a-z0-9-]{1,60}$/u,
    else: "hub is a code such as great-north.",
    example: "great-north",
  })
  hub?: string | null;

  @Whole({ optional: true, least: 1, most: MOST_DAYS, says: `For how many days it is good; else ${DAYS}`, example: 90 })
  days?: number | null;
}

type Link = CalendarLink<Within | null>;

/** How much its maker sees, and so whoever has its address: a school of itself, a Work Group lead of their groups, … */
export const LINK_SEES = ["school", "work-groups", "hub", "every-hub"] as const;

/** A link, without what it shows. */
export interface LinkSeen {
  id: string;
  kind: LinkKind;
  of: string;
  sees: (typeof LINK_SEES)[number];
  madeBy: string;
  madeAt: Instant;
  expiresAt: Instant;
  revokedAt: Instant | null;
}

/** `secret`: whoever has it reads the calendar. */
export interface LinkMade extends LinkSeen {
  secret: string;
}

export class CalendarLinks {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "calendarOf" | "clock">,
  ) {}

  /**
   * Makes a link to what a caller sees; whoever has its secret reads it. The same request again answers alike, and
   * nothing is made; one without a key of its own makes another. Where a preview is asked for, nothing is made.
   * @throws Refusal `forbidden`, `not-found`, `invalid` where not one thing is named, `key-reused`
   */
  async make(asked: Asked): Promise<LinkMade | Foreseen> {
    const { caller } = asked;
    mustHold(caller, LINK_ROLES);
    const body = validated(LinkBody, asked.body);
    const source = await this.database.open();
    const { kind, target } = await this.target(body, caller);
    if (asked.preview)
      return foreseen("CalendarLinkMade", `Whoever has its address reads what lies ahead of ${kind} ${target}.`);
    const names = await named(source, asked, "calendar-links");
    const claim = { subject: `calendar-link/${names.id}`, name: "MakeCalendarLink", principal: caller.who };
    const { receivedAt: madeAt } = await claimRequest(source, names, { ...claim, receivedAt: this.now() });
    const secret = createHmac("sha256", await digestKey(source))
      .update(`calendar link ${names.id}`)
      .digest("base64url");
    const expiresAt = endOfDay(addDays(localDate(madeAt), body.days ?? DAYS));
    const link = { id: names.newId("text", "link"), kind, target, scope: withinOf(caller), madeBy: caller.who };
    return { ...seen(await keepLink(source, { ...link, madeAt, expiresAt }, secret)), secret };
  }

  /** The links someone made, newest first. @throws Refusal `forbidden` */
  async list(caller: Principal): Promise<LinkSeen[]> {
    mustHold(caller, LINK_ROLES);
    return (await linksOf<Within | null>(await this.database.open(), caller.who)).map(seen);
  }

  /** Those of a hub, its groups and its schools, whoever made them. @throws Refusal `forbidden`, `not-found` */
  async ofHub(caller: Principal, hub: string): Promise<LinkSeen[]> {
    mustHold(caller, HUB_LINK_ROLES);
    sameHub(caller, hub);
    return (await linksOfHub<Within | null>(await this.database.open(), hubCode(hub))).map(seen);
  }

  /**
   * Its address shows nothing from now on; where a preview is asked for, it goes on. @throws Refusal `forbidden`,
   * `not-found` for who neither made it nor looks after the hub whose it is
   */
  async revoke(asked: Asked, id: string): Promise<LinkSeen & Partial<Foreseen>> {
    const { caller } = asked;
    mustHold(caller, LINK_ROLES);
    const hub = !HUB_LINK_ROLES.includes(caller.role) ? null : caller.role === "operator" ? "any" : caller.hub;
    const by = { who: caller.who, hub };
    const source = await this.database.open();
    const link = UUID.test(id) ? await linkToRevoke<Within | null>(source, id, by) : null;
    if (link === null) throw noLink(id);
    if (asked.preview)
      return { ...seen(link), ...foreseen("CalendarLinkRevoked", "Its address shows nothing from now on.") };
    const claim = { subject: `calendar-link/${id}`, name: "RevokeCalendarLink", principal: caller.who };
    const names = await named(source, asked, `calendar-links/${id}/revoke`);
    const { receivedAt } = await claimRequest(source, names, { ...claim, receivedAt: this.now() });
    return seen((await revokeLink<Within | null>(source, id, by, receivedAt)) ?? link);
  }

  /** What lies ahead, for whoever holds this secret. @throws Refusal `not-found` */
  async read(secret: string): Promise<Subscribed> {
    const source = await this.database.open();
    const now = this.now();
    const link = SECRET_SHAPE.test(secret) ? await linkBehind<Within | null>(source, secret, now) : null;
    if (!link)
      throw new Refusal("not-found", "There is no such calendar: its link has ended, was revoked, or never made.");
    return this.calendar(link, now);
  }

  private now(): Instant {
    return instantFromMs(this.settings.clock());
  }

  private async calendar({ kind, target, scope: within }: Link, from: Instant): Promise<Subscribed> {
    const source = await this.database.open();
    const span = { from, until: endOfDay(addDays(localDate(from), DAYS_AHEAD)) };
    const rules = await rulesNow(source, this.settings);
    // Who sees every hub comes to no meeting.
    const places: Places = async (held) => (within === null ? new Map() : placesOf(source, held));
    if (kind === "journey") {
      const seen = await isSeen(source, target, within);
      return seen ? schoolCalendar(source, target, rules, span, places) : { name: "School", entries: [] };
    }
    const ahead =
      kind === "work-group"
        ? await workGroupAhead(source, target, within, rules, span, places)
        : await journeysAhead(source, { within: { ...within, hub: target } }, rules, span, places);
    const name = kind === "work-group" ? await groupCalled(source, target) : `${hubNameOf(target)} Maths Hub`;
    return { name, entries: icalEntries(ahead, from) };
  }

  /** What the link is of. @throws Refusal as `make` */
  private async target(
    { journey, workGroup, hub }: LinkBody,
    caller: Principal,
  ): Promise<{ kind: LinkKind; target: string }> {
    const source = await this.database.open();
    if ([journey, workGroup, hub].filter((one) => typeof one === "string").length !== 1) {
      const detail = "Name one of journey, workGroup and hub.";
      throw new Refusal("invalid", detail, { errors: [{ pointer: "", detail }] });
    }
    if (typeof journey === "string") return { kind: "journey", target: await journeyBehind(source, journey, caller) };
    if (typeof hub === "string") {
      if (caller.role === "school-contact" || caller.role === "work-group-lead")
        throw new Refusal("forbidden", "The calendar of a whole hub is for its staff: name a journey or a Work Group.");
      sameHub(caller, hub);
      return { kind: "hub", target: hub };
    }
    const group = await groupSeen(source, workGroup ?? "", caller);
    if (!group) throw noGroup(workGroup ?? "");
    return { kind: "work-group", target: group.id };
  }
}

function noLink(id: string): Refusal {
  const sought = { kind: "calendar-link", id } as const;
  return new Refusal("not-found", "You made no link of this id, nor is it your hub's: take one from a list.", {
    sought,
  });
}

function seen({ id, kind, target: of, scope, madeBy, madeAt, expiresAt, revokedAt }: Link): LinkSeen {
  return { id, kind, of, sees: seesOf(scope), madeBy, madeAt, expiresAt, revokedAt };
}

function seesOf(scope: Within | null): LinkSeen["sees"] {
  if (scope === null) return "every-hub";
  if (scope.urns !== undefined) return "school";
  return scope.workGroups === undefined ? "hub" : "work-groups";
}
