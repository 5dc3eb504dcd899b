// Who has signed in at the console, in a cookie that only this service can read: sealed (encrypted and signed), for
// HTTP alone.

import { randomBytes } from "node:crypto";
import { getIronSession, type IronSession } from "iron-session";
import { Injectable } from "@nestjs/common";
import type { Principal } from "../../libs/service/access/principal.ts";
import { WebSettings } from "../../libs/http/web-settings.ts";
import type { ApiRequest, ApiResponse } from "../../libs/http/request.ts";

/** Someone who has signed in; `name` is for their own eyes: it stays in the cookie. */
export interface Person {
  principal: Principal;
  name: string;
}
/**
 * Someone at the console; `token` goes out with every form and must come back with it: no page of another site knows
 * it.
 */
export interface Visitor {
  person: Person;
  token: string;
}
/** What must come back from the sign-in unchanged. */
export interface Errand {
  state: string;
  nonce: string;
  verifier: string;
}

/** A session is over after this long: what a person may see is read from the sign-in then, not for ever. */
const SESSION_SECONDS = 8 * 60 * 60;
const ERRAND_SECONDS = 10 * 60;

@Injectable()
export class Sessions {
  constructor(private readonly settings: WebSettings) {}

  /** Who has signed in with this browser; null where nobody has, or no longer. */
  async person(request: ApiRequest, response: ApiResponse): Promise<Person | null> {
    return (await this.visitor(request, response))?.person ?? null;
  }

  /** The same, with the token of their forms. */
  async visitor(request: ApiRequest, response: ApiResponse): Promise<Visitor | null> {
    const { person, token } = await this.open<Partial<Visitor>>(request, response, "session", SESSION_SECONDS);
    return person === undefined || token === undefined ? null : { person, token };
  }

  async signIn(request: ApiRequest, response: ApiResponse, person: Person): Promise<void> {
    const session = await this.open<Partial<Visitor>>(request, response, "session", SESSION_SECONDS);
    session.person = person;
    session.token = randomBytes(24).toString("base64url");
    await session.save();
  }

  async signOut(request: ApiRequest, response: ApiResponse): Promise<void> {
    (await this.open(request, response, "session", SESSION_SECONDS)).destroy();
  }

  /** Remembers what the sign-in is asked. */
  async leave(request: ApiRequest, response: ApiResponse, errand: Errand): Promise<void> {
    const session = await this.open<{ errand?: Errand }>(request, response, "errand", ERRAND_SECONDS);
    session.errand = errand;
    await session.save();
  }

  /** What the sign-in was asked, once; null where this browser asked nothing. */
  async comeBack(request: ApiRequest, response: ApiResponse): Promise<Errand | null> {
    const session = await this.open<{ errand?: Errand }>(request, response, "errand", ERRAND_SECONDS);
    const { errand = null } = session;
    session.destroy();
    return errand;
  }

  private open<T extends object>(
    request: ApiRequest,
    response: ApiResponse,
    name: string,
    ttl: number,
  ): Promise<IronSession<T>> {
    return getIronSession<T>(request, response, {
      cookieName: `school-journeys-${name}`,
      password: this.settings.sessionSecret,
      ttl,
      cookieOptions: {
        httpOnly: true,
        sameSite: "lax",
        secure: this.settings.publicUrl.startsWith("https:"),
        path: "/",
      },
    });
  }
}
