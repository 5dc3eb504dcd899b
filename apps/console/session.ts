// Who has signed in at the console: a cookie that holds a secret and nothing else, and what is kept under it
// (libs/service/access/session-keeper.ts). How long it lasts and when a role is asked anew: apps/console/README.md.

import { setTimeout as pause } from "node:timers/promises";
import { getIronSession, unsealData, type IronSession } from "iron-session";
import { Injectable } from "@nestjs/common";
import { faultOf, writeLog } from "../../libs/watch/log.ts";
import { WebSettings } from "../../libs/http/web-settings.ts";
import type { ApiRequest, ApiResponse } from "../../libs/http/request.ts";
import { SessionKeeper, type KeptForm, type Session } from "../../libs/service/access/session-keeper.ts";
import type { Principal } from "../../libs/service/access/principal.ts";
import { mayReadAs, READING_MS, withNothingSealed } from "../../libs/service/access/reading-as.ts";
import { SecurityLog } from "../../libs/service/access/security-log.ts";
import { browserIn } from "./browser-words.ts";
import { SignInClient, type Errand, type SignedIn } from "./sign-in/sign-in-client.ts";
import { notePerson, type Person, type Visitor } from "./visitor.ts";

/**
 * Who looks. `open`: all may be done. `away`: the sign-in cannot be asked whether their role still stands, so they may
 * read. `over`: what they typed may be kept for them.
 */
export interface Look {
  state: "open" | "away" | "over";
  visitor: Visitor;
}

/** As whom somebody reads: of which session, and till when, in milliseconds of this machine's clock. */
interface ReadAs {
  session: string;
  as: Principal;
  until: number;
}

/**
 * A browser forgets it then. It lets nobody in for so long: what counts is what is kept (libs/store/sessions.ts). After
 * that it says whose a form is that was left open over a night, or a long weekend.
 */
const COOKIE_SECONDS = 4 * 24 * 60 * 60;
const ERRAND_SECONDS = 10 * 60;
const FORM_SECONDS = 60 * 60;
/** Milliseconds for which one process waits for what another is told by the sign-in. */
const WAIT_MS = 6_000;

@Injectable()
export class Sessions {
  /** One look for a request, whoever asks; and one question to the sign-in for a session, however many requests. */
  private readonly looks = new WeakMap<ApiRequest, Promise<Look | null>>();
  private readonly asking = new Map<string, Promise<Look | null>>();

  constructor(
    private readonly settings: WebSettings,
    private readonly keeper: SessionKeeper,
    private readonly client: SignInClient,
    private readonly security: SecurityLog,
  ) {}

  /** Who has signed in with this browser; null where nobody has, or no longer. Rejects with StoreError. */
  async person(request: ApiRequest): Promise<Person | null> {
    const look = await this.look(request);
    return look === null || look.state === "over" ? null : look.visitor.person;
  }

  /** The same, and what they may do now. Rejects with StoreError. */
  look(request: ApiRequest): Promise<Look | null> {
    const known = this.looks.get(request) ?? this.noted(request);
    this.looks.set(request, known);
    return known;
  }

  /**
   * Begins a session; the one that this browser had is over. Forms that the same person has open there go on: what they
   * bring back stays the same. Rejects with StoreError.
   */
  async signIn(request: ApiRequest, response: ApiResponse, { person, tokens, authTime }: SignedIn): Promise<void> {
    const before = await this.endHere(request);
    const { principal, name } = person;
    const token = before?.principal.who === principal.who ? before.token : null;
    const browser = browserIn(request.headers["user-agent"]);
    const secret = await this.keeper.begin(principal, { name, ...tokens }, { browser, authTime, token });
    this.put(response, secret, COOKIE_SECONDS);
  }

  /** Ends the session of this browser; answers whose it was. Rejects with StoreError. */
  async signOut(request: ApiRequest, response: ApiResponse): Promise<Person | null> {
    if (this.secretIn(request) !== "") this.put(response, "", 0);
    const session = await this.endHere(request);
    return session === null ? null : visitorOf(session).person;
  }

  /** Remembers what the sign-in is asked. */
  async leave(request: ApiRequest, response: ApiResponse, errand: Errand): Promise<void> {
    const session = await this.sealed<{ errand?: Errand }>(request, response, "errand", ERRAND_SECONDS);
    session.errand = errand;
    await session.save();
  }

  /** What the sign-in was asked, once; null where this browser asked nothing. */
  async comeBack(request: ApiRequest, response: ApiResponse): Promise<Errand | null> {
    const session = await this.sealed<{ errand?: Errand }>(request, response, "errand", ERRAND_SECONDS);
    const { errand = null } = session;
    session.destroy();
    return errand;
  }

  /** Keeps what was typed until its person has signed in anew. Rejects with StoreError. */
  async keepForm(request: ApiRequest, response: ApiResponse, form: KeptForm): Promise<void> {
    const session = await this.sealed<{ secret?: string }>(request, response, "form", FORM_SECONDS);
    session.secret = await this.keeper.keep(form);
    await session.save();
  }

  /** Whether this browser has something to come back to. */
  async hasForm(request: ApiRequest, response: ApiResponse): Promise<boolean> {
    return (await this.sealed<{ secret?: string }>(request, response, "form", FORM_SECONDS)).secret !== undefined;
  }

  /** What this person typed, once; null where nothing is kept for them. Rejects with StoreError. */
  async takeForm(request: ApiRequest, response: ApiResponse, who: string): Promise<KeptForm | null> {
    const session = await this.sealed<{ secret?: string }>(request, response, "form", FORM_SECONDS);
    const { secret } = session;
    session.destroy();
    return secret === undefined ? null : this.keeper.take(secret, who);
  }

  /** Reads as somebody else from now on, in this browser. */
  async readAs(request: ApiRequest, response: ApiResponse, session: string, as: Principal): Promise<void> {
    const reading = await this.sealed<ReadAs>(request, response, "reading", READING_MS / 1_000);
    Object.assign(reading, { session, as, until: Date.now() + READING_MS } satisfies ReadAs);
    await reading.save();
  }

  /** Reads as oneself again. */
  async stopReading(request: ApiRequest, response: ApiResponse): Promise<void> {
    (await this.sealed<ReadAs>(request, response, "reading", READING_MS / 1_000)).destroy();
  }

  /** The same look, as whoever somebody reads as now. */
  private async asRead(request: ApiRequest, look: Look | null): Promise<Look | null> {
    const sealed = this.cookieIn(request, "reading");
    if (look === null || look.state === "over" || sealed === "") return look;
    const password = this.settings.sessionSecret;
    const reading = await unsealData<Partial<ReadAs>>(sealed, { password, ttl: READING_MS / 1_000 });
    const { session, as, until = 0 } = reading;
    const { visitor } = look;
    const { person, token } = visitor;
    if (session !== visitor.session || as === undefined || until < Date.now() || !mayReadAs(person.principal, as))
      return look;
    return { ...look, visitor: { ...visitor, person: { ...person, principal: as, reading: { until, token } } } };
  }

  private async noted(request: ApiRequest): Promise<Look | null> {
    const look = await this.asRead(request, await this.found(request));
    if (look !== null) request.visitor = look.visitor.person.principal;
    if (look !== null && look.state !== "over") notePerson(request, look.visitor.person);
    return look;
  }

  private async endHere(request: ApiRequest): Promise<Session | null> {
    const session = await this.keeper.find(this.secretIn(request));
    if (session !== null) await this.keeper.end(session.principal.who, [session.id], "signed-out");
    this.looks.delete(request);
    return session;
  }

  private async found(request: ApiRequest): Promise<Look | null> {
    const secret = this.secretIn(request);
    const session = await this.keeper.find(secret);
    if (session === null) return null;
    if (session.over) return { state: "over", visitor: visitorOf(session) };
    if (!session.stale) return { state: "open", visitor: visitorOf(session) };
    const asking =
      this.asking.get(session.id) ?? this.askAnew(secret, session).finally(() => this.asking.delete(session.id));
    this.asking.set(session.id, asking);
    return asking;
  }

  /** Asks the sign-in whether this is still who they are, or waits for another process that does. */
  private async askAnew(secret: string, session: Session): Promise<Look | null> {
    if (!(await this.keeper.mayAsk(session.id))) return this.told(secret, session);
    const { who } = session.principal;
    try {
      const said = await this.client.again(who, { refresh: session.refresh, access: session.access });
      if (said === "taken-back") {
        await this.keeper.end(who, [session.id], "taken-back");
        this.security.noteBeside({ what: "role-changed", by: session.principal, code: said });
        return null;
      }
      const { principal, tokens } =
        said === "cannot" ? { principal: session.principal, tokens: { refresh: null, access: null } } : said;
      const { name, token } = session;
      await this.keeper.asked(secret, session.id, principal, { name, token, ...tokens });
      const { recent } = session.principal;
      if (heldFor(principal) !== heldFor(session.principal))
        this.security.noteBeside({ what: "role-changed", by: principal, code: `was ${heldFor(session.principal)}` });
      const now = { ...principal, ...(recent !== undefined && { recent }) };
      return { state: "open", visitor: visitorOf({ ...session, principal: now }) };
    } catch (error) {
      writeLog("warn", "sign-in does not answer", faultOf(error));
      await this.keeper.notAnswered(session.id);
      return { state: "away", visitor: visitorOf(session) };
    }
  }

  /** What another process is told, or was a moment ago. */
  private async told(secret: string, before: Session): Promise<Look | null> {
    for (const until = Date.now() + WAIT_MS; ;) {
      const session = await this.keeper.find(secret);
      if (session === null) return null;
      if (!session.stale) return { state: "open", visitor: visitorOf(session) };
      // The other was not answered.
      if (Date.now() > until || !session.asking) return { state: "away", visitor: visitorOf(before) };
      await pause(200);
    }
  }

  private secretIn(request: ApiRequest): string {
    return this.cookieIn(request, "session");
  }

  private cookieIn({ headers }: ApiRequest, name: string): string {
    const wanted = this.cookie(name);
    for (const pair of (headers.cookie ?? "").split(/; */u)) {
      const [found = "", value = ""] = pair.split("=", 2);
      if (found === wanted) return value;
    }
    return "";
  }

  private put(response: ApiResponse, value: string, seconds: number): void {
    const secure = this.isSecure() ? "; Secure" : "";
    const line = `${this.cookie("session")}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
    response.appendHeader("Set-Cookie", line);
  }

  /** Under `__Host-` no other name of the same domain can put a cookie of ours into a browser. */
  private cookie(name: string): string {
    return `${this.isSecure() ? "__Host-" : ""}school-journeys-${name}`;
  }

  private isSecure(): boolean {
    return this.settings.publicUrl.startsWith("https:");
  }

  private sealed<T extends object>(
    request: ApiRequest,
    response: ApiResponse,
    name: string,
    ttl: number,
  ): Promise<IronSession<T>> {
    return getIronSession<T>(request, response, {
      cookieName: this.cookie(name),
      password: this.settings.sessionSecret,
      ttl,
      cookieOptions: { httpOnly: true, sameSite: "lax", secure: this.isSecure(), path: "/" },
    });
  }
}

/** What no session is looked at for. */
const NO_PAGE = /^\/(api|health|calendars)(?:[/?]|$)/iu;

/**
 * Express middleware: puts who looks at a page at the request (`visitor`), so that requests can be counted by person.
 * Where that cannot be found out now, whoever answers the page says so. Whoever reads as somebody else is shown nothing
 * that is sealed.
 */
export function identifyVisitor(sessions: Sessions) {
  return (request: ApiRequest, _response: unknown, next: () => void): void => {
    if (NO_PAGE.test(request.originalUrl) || request.headers.cookie === undefined) return next();
    sessions.look(request).then(
      (look) => (look?.visitor.person.reading === undefined ? next() : withNothingSealed(next)),
      () => next(),
    );
  };
}

/** A role and what it is held for, as one word: `hub-lead great-north`. */
const heldFor = ({ role, hub, urns, workGroups }: Principal): string =>
  [role, ...(hub === null ? [] : [hub]), ...urns, ...workGroups].join(" ");

const visitorOf = ({ id, name, token, principal }: Session): Visitor => ({
  person: { principal, name },
  token,
  session: id,
});
