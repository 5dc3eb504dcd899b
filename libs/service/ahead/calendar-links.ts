// Links for calendar programs: an address that is itself the key, made by someone who sees what it shows, revoked by
// them or by the hub whose it is. It ends by itself: whoever still wants it makes another.

import { randomBytes, randomUUID } from "node:crypto";
import { addDays } from "../../calendar/dates.ts";
import { endOfDay, instantFromMs, localDate, type Instant } from "../../calendar/instants.ts";
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
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import { journeyBehind } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal } from "../refusal.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { Named, Text, Whole } from "../shape/field.ts";
import { groupSeen } from "../work-groups/group-seen.ts";
import { journeysAhead, workGroupAhead, type Ahead } from "./ahead.ts";

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

/** A link, without what it shows. */
export interface LinkSeen {
  id: string;
  kind: LinkKind;
  of: string;
  madeBy: string;
  madeAt: Instant;
  expiresAt: Instant;
  revokedAt: Instant | null;
}

/** What someone reads who holds a link. */
export interface Linked {
  name: string;
  now: Instant;
  entries: readonly Ahead[];
}

export class CalendarLinks {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "calendarOf" | "clock">,
  ) {}

  /**
   * Makes a link to what a caller sees; whoever has its secret reads it, and it is told this once.
   * @throws Refusal `forbidden`, `not-found`, `invalid` where not one thing is named
   */
  async make(caller: Principal, asked: LinkBody): Promise<LinkSeen & { secret: string }> {
    mustHold(caller, LINK_ROLES);
    const madeAt = this.now();
    const target = await this.target(asked, caller);
    const secret = randomBytes(32).toString("base64url");
    const expiresAt = endOfDay(addDays(localDate(madeAt), asked.days ?? DAYS));
    const link = { id: randomUUID(), ...target, scope: withinOf(caller), madeBy: caller.who, madeAt, expiresAt };
    await keepLink(await this.database.open(), link, secret);
    return { ...seen({ ...link, revokedAt: null }), secret };
  }

  /** What making it would come to: nothing is made. @throws Refusal as `make` */
  async wouldMake(caller: Principal, asked: LinkBody): Promise<Foreseen> {
    mustHold(caller, LINK_ROLES);
    const { kind, target } = await this.target(asked, caller);
    return foreseen("CalendarLinkMade", `Whoever has its address reads what lies ahead of ${kind} ${target}.`);
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
  async revoke(
    { caller, preview }: Pick<Asked, "caller" | "preview">,
    id: string,
  ): Promise<LinkSeen & Partial<Foreseen>> {
    mustHold(caller, LINK_ROLES);
    const hub = !HUB_LINK_ROLES.includes(caller.role) ? null : caller.role === "operator" ? "any" : caller.hub;
    const by = { who: caller.who, hub };
    const source = await this.database.open();
    if (!UUID.test(id)) throw noLink();
    const link = await (preview
      ? linkToRevoke<Within | null>(source, id, by)
      : revokeLink<Within | null>(source, id, by, this.now()));
    if (link === null) throw noLink();
    return {
      ...seen(link),
      ...(preview && foreseen("CalendarLinkRevoked", "Its address shows nothing from now on.")),
    };
  }

  /** What lies ahead, for whoever holds this secret. @throws Refusal `not-found` */
  async read(secret: string): Promise<Linked> {
    const source = await this.database.open();
    const now = this.now();
    const link = SECRET_SHAPE.test(secret) ? await linkBehind<Within | null>(source, secret, now) : null;
    if (!link)
      throw new Refusal("not-found", "There is no such calendar: its link has ended, was revoked, or never made.");
    const name = `${link.kind === "work-group" ? "Work Group" : link.kind} ${link.target}`;
    return { name, now, entries: await this.entries(link, now) };
  }

  private now(): Instant {
    return instantFromMs(this.settings.clock());
  }

  private async entries({ kind, target, scope: within }: Link, from: Instant): Promise<readonly Ahead[]> {
    const source = await this.database.open();
    const span = { from, until: endOfDay(addDays(localDate(from), DAYS_AHEAD)) };
    const rules = await rulesNow(source, this.settings);
    if (kind === "work-group") return workGroupAhead(source, target, within, rules, span);
    return kind === "hub"
      ? journeysAhead(source, { within: { ...within, hub: target } }, rules, span)
      : journeysAhead(source, { ids: [target], within }, rules, span);
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
    if (!group)
      throw new Refusal("not-found", "There is no Work Group with this id: take one from the list of Work Groups.");
    return { kind: "work-group", target: group.id };
  }
}

function noLink(): Refusal {
  return new Refusal("not-found", "You made no link of this id, nor is it your hub's: take one from a list.");
}

function seen({ id, kind, target: of, madeBy, madeAt, expiresAt, revokedAt }: Omit<Link, "scope">): LinkSeen {
  return { id, kind, of, madeBy, madeAt, expiresAt, revokedAt };
}
