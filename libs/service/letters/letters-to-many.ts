// A hub writes to many: who gets it is looked at first, and fixed when it is sent off; then each school's journey hears
// of it by a command of its own, and its letters go out like all others.

import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { placeOf } from "../../journey/describe.ts";
import type { Letter } from "../../letters/letter.ts";
import { written } from "../../letters/written.ts";
import type { Theme } from "../../prospectus/prospectus.ts";
import { findCommands, type CommandRecord } from "../../store/command-log.ts";
import { fewAtOnce } from "../../store/few-at-once.ts";
import { findHubLetter, finishHubLetter, hubLetters, type Chosen } from "../../store/hubs/letters.ts";
import { bringClaimed } from "../../temporal/bring-command.ts";
import { ServiceUnavailable } from "../../temporal/subject-client.ts";
import { findWorkGroup } from "../../views/work-groups/read-work-groups.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub, withinOf } from "../access/scope.ts";
import type { Asked } from "../commands/asked.ts";
import { named, sameRequest, type Named } from "../commands/claim.ts";
import type { Foreseen } from "../commands/foreseen.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal } from "../refusal.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { validated } from "../shape/checked.ts";
import type { Temporal } from "../temporal.ts";
import { groupSeen, noGroup } from "../work-groups/group-seen.ts";
import { keepLetter } from "./keep-letter.ts";
import { LetterToManyBody } from "./letter-body.ts";
import { inShort, seenAs, wouldBe, type LetterInShort, type LetterSeen } from "./letter-seen.ts";
import { planIdOf, whoGets, type SchoolThatGets, type WhoGets } from "./who-gets-it.ts";

export const LETTER_ROLES = {
  write: ["hub-coordinator", "hub-lead", "work-group-lead"],
} as const satisfies Record<string, Roles>;

/** What was looked at, with the letter as its first reader would have it. */
export interface LetterLooked extends LetterSeen, Foreseen {
  plan: string;
  letter: Letter;
}

/**
 * How long sending goes on before it answers how far it came, in milliseconds; the service brings the rest by itself.
 */
const PATIENCE_MS = 20_000;
const AT_ONCE = 4;

export class LettersToMany {
  constructor(
    private readonly database: Database,
    private readonly temporal: Temporal,
    private readonly settings: ServiceSettings,
  ) {}

  /** Who would get it, and the very letter. Nothing is kept. @throws Refusal as `send` */
  async look(hub: string, asked: Asked): Promise<LetterLooked> {
    const { body, code } = this.read(hub, asked);
    const source = await this.database.open();
    const at = this.now();
    const who = await this.who(source, asked.caller, code, body, at);
    const first = who.schools.find(({ getters }) => getters.length > 0) ?? who.schools[0];
    if (first === undefined) throw nobody();
    const seen = wouldBe({ hub: code, by: asked.caller, at, chosen: chosenOf(body) }, who);
    return {
      ...seen,
      plan: planIdOf(who),
      letter: await this.letterFor(source, first, who, body),
      preview: true,
      consequences: seen.schools.map(({ journey, people, elsewhere }) => ({
        type: "LetterWritten",
        what: `${people.length + elsewhere.length} of this school get the letter.`,
        journey,
      })),
    };
  }

  /**
   * Sends it off, once however often it is asked. Comes back after 20 seconds, or where something is away, with the
   * rest `waiting`: that the service brings by itself, or the same request again.
   * @throws Refusal `forbidden`, `not-found` for a group that the caller does not see, `invalid` also where nobody
   * would get it, `unknown-session`, `version-conflict` where somebody else would by now, `key-reused`
   */
  async send(hub: string, asked: Asked): Promise<LetterSeen> {
    const { body, code } = this.read(hub, asked);
    const source = await this.database.open();
    const names = await named(source, asked, `hubs/${code}/letters`);
    if (names.known !== null) sameRequest(names.known, names.digest);
    if ((await findHubLetter(source, names.id)) === null) await this.keep(source, code, asked, body, names);
    const letter = await findHubLetter(source, names.id);
    if (letter === null) throw new Error("A letter was to be kept.");
    await this.bring(
      source,
      letter.schools.map(({ command }) => command),
    );
    await finishHubLetter(source, letter.id);
    return this.one(asked.caller, code, letter.id);
  }

  /** The letters of a hub, the latest first; of a Work Group lead those that they wrote. @throws Refusal as `one` */
  async list(caller: Principal, hub: string): Promise<LetterInShort[]> {
    mustHold(caller, LETTER_ROLES.write);
    sameHub(caller, hub);
    const source = await this.database.open();
    return inShort(source, await hubLetters(source, hubCode(hub), ownAlone(caller)));
  }

  /** What became of one. @throws Refusal `forbidden`, `not-found` */
  async one(caller: Principal, hub: string, id: string): Promise<LetterSeen> {
    mustHold(caller, LETTER_ROLES.write);
    sameHub(caller, hub);
    const source = await this.database.open();
    const letter = await findHubLetter(source, id);
    const own = ownAlone(caller);
    if (letter === null || letter.hub !== hub || (own !== null && letter.by.who !== own)) {
      const sought = { kind: "hub-letter", id } as const;
      throw new Refusal("not-found", "No letter with this id was written at this hub.", { sought });
    }
    return seenAs(source, letter);
  }

  /** The themes that schools of a hub can have chosen. @throws Refusal as `one` */
  async themes(caller: Principal, hub: string): Promise<Theme[]> {
    mustHold(caller, LETTER_ROLES.write);
    sameHub(caller, hub);
    const { catalogueOf, catalogue } = await rulesNow(await this.database.open(), this.settings);
    const there = (catalogueOf?.(hub) ?? catalogue).all().filter((one) => one.hub === "any" || one.hub === hub);
    const themes = there.flatMap((one) => one.themes?.value ?? []);
    return [...new Map(themes.map((theme) => [theme.code, theme])).values()];
  }

  private now(): Instant {
    return instantFromMs(this.settings.clock());
  }

  private read(hub: string, { caller, body: sent }: Asked): { body: LetterToManyBody; code: string } {
    mustHold(caller, LETTER_ROLES.write);
    sameHub(caller, hub);
    const body = validated(LetterToManyBody, sent);
    const { workGroup, theme, owing, session } = body;
    if (!workGroup && !theme && owing !== true)
      throw wrong("", "Say to which schools it goes: workGroup, theme or owing; all that you name must fit.");
    if (session && !workGroup) throw wrong("/session", "A session is one of a Work Group: name it in workGroup.");
    return { body, code: hubCode(hub) };
  }

  private async who(
    source: DataSource,
    caller: Principal,
    hub: string,
    { workGroup, theme, owing, to, session }: LetterToManyBody,
    at: Instant,
  ): Promise<WhoGets> {
    if (workGroup) await mustBeTheirs(source, caller, workGroup, session ?? null);
    const within = workGroup ? { hub, workGroups: [workGroup] } : { ...withinOf(caller), hub };
    const wanted = { within, theme: theme || null, owing: owing === true, to, news: Boolean(session) };
    return whoGets(source, wanted, at, this.settings.hubInbox);
  }

  private async keep(
    source: DataSource,
    hub: string,
    { caller, request }: Asked,
    body: LetterToManyBody,
    names: Named,
  ): Promise<void> {
    const at = this.now();
    const who = await this.who(source, caller, hub, body, at);
    if (who.schools.length === 0) throw nobody();
    if (body.plan && body.plan !== planIdOf(who))
      throw new Refusal(
        "version-conflict",
        "Who would get this letter has changed since you looked at it. Look again, then send it.",
      );
    const by = { who: caller.who, role: caller.role, request };
    await keepLetter(source, names, { hub, by, at, chosen: chosenOf(body), body }, who);
  }

  private async bring(source: DataSource, commands: readonly string[]): Promise<void> {
    const found = await findCommands(source, commands);
    const open = [...found.values()].filter(({ outcome }) => outcome === null);
    const ends = performance.now() + PATIENCE_MS;
    let away = false;
    await fewAtOnce(open, AT_ONCE, async (record) => {
      if (away || performance.now() > ends) return false;
      away ||= !(await this.brought(record));
      return true;
    });
  }

  private async brought(record: CommandRecord): Promise<boolean> {
    try {
      await bringClaimed(this.temporal.client, record, { timeoutMs: this.settings.commandTimeoutMs });
      return true;
    } catch (error) {
      // What became of it is not known; it stands in its row, and is brought again.
      if (error instanceof ServiceUnavailable) return false;
      throw error;
    }
  }

  /** The letter as the first of a school's people would have it. */
  private async letterFor(
    source: DataSource,
    { journey, state, replyTo, getters }: SchoolThatGets,
    { names }: WhoGets,
    { subject, text, session }: LetterToManyBody,
  ): Promise<Letter> {
    const { prospectus: id } = placeOf(state);
    const rules = await rulesNow(source, this.settings);
    const prospectus = id === null ? null : (rules.catalogueOf?.(state.hub) ?? rules.catalogue).get(id);
    const school = (urn: string) => ({ urn, name: names.get(urn) ?? null });
    const [first] = getters;
    const envelope = {
      reader: first?.reader ?? { name: null, role: "applicant" as const, standsInFor: [] },
      school: school(state.school.urn),
      hub: state.hub,
      programme: prospectus ? `${prospectus.title} ${prospectus.academicYear}` : null,
      reference: `${journey}/${state.seq + 1}`,
      inbox: replyTo,
      page: `${this.settings.publicUrl}/journeys/${journey}`,
    };
    const also = (first?.also ?? []).map(school);
    return written(envelope, { subject: subject.trim(), text: text.trim(), also, news: Boolean(session) });
  }
}

/** Of a Work Group lead the letters that they wrote, of the hub's own staff all. */
const ownAlone = ({ role, who }: Principal): string | null => (role === "work-group-lead" ? who : null);

/** @throws Refusal `not-found` for a group that they do not see, `unknown-session` for what it does not meet for */
async function mustBeTheirs(
  source: DataSource,
  caller: Principal,
  group: string,
  session: string | null,
): Promise<void> {
  if ((await groupSeen(source, group, caller)) === null) throw noGroup(group);
  if (session === null) return;
  const { sessions } = (await findWorkGroup(source, group)) ?? { sessions: [] };
  if (!sessions.some(({ code }) => code === session))
    throw new Refusal("unknown-session", "This Work Group has no session of that code: take one from its dates.");
}

function chosenOf({ workGroup, theme, owing, to, session }: LetterToManyBody): Chosen {
  return {
    ...(workGroup && { workGroup }),
    ...(theme && { theme }),
    ...(owing === true && { owing }),
    to,
    ...(session && { session }),
  };
}

function nobody(): Refusal {
  return wrong(
    "",
    "Nobody would get this letter: no school that takes part fits, or none of its people can be written to.",
  );
}

function wrong(pointer: string, detail: string): Refusal {
  return new Refusal("invalid", detail, { errors: [{ pointer, detail }] });
}
