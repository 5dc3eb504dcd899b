// Requests to the service's API, as a program sends them.

import { randomUUID } from "node:crypto";
import { ask, type Reply } from "../measure/ask.ts";
import { tokenOf, type Caller, type Service } from "./service.ts";

/** Sends requests with the token of whoever is named; each token is asked for once. */
export class Requests {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(private readonly service: Service) {}

  /** The answer, whatever it is. */
  async get(path: string, as: Caller): Promise<Reply> {
    return ask(`${this.service.apiUrl}${path}`, { headers: { authorization: `Bearer ${await this.token(as)}` } });
  }

  /** The same of a command, under a key of its own unless one is given; 0 where nobody answered. */
  async post(path: string, body: object, as: Caller, key: string = randomUUID()): Promise<Reply> {
    const headers = {
      authorization: `Bearer ${await this.token(as)}`,
      "content-type": "application/json",
      "idempotency-key": key,
    };
    const asked = { method: "POST", headers, body: JSON.stringify(body) } as const;
    const nobodyListens = (error: unknown): Reply => ({ status: 0, text: String(error) });
    return ask(`${this.service.apiUrl}${path}`, asked).catch(nobodyListens);
  }

  /** A command that must be taken: sent again under its key where nobody could say what became of it. */
  async insist(path: string, body: object, as: Caller): Promise<void> {
    const key = randomUUID();
    let reply = await this.post(path, body, as, key);
    for (let tries = 1; tries < 5 && (reply.status === 503 || reply.status === 0); tries++)
      reply = await this.post(path, body, as, key);
    mustBeFine(reply);
  }

  private token(as: Caller): Promise<string> {
    const key = JSON.stringify(as);
    const known = this.tokens.get(key) ?? tokenOf(this.service, as);
    this.tokens.set(key, known);
    return known;
  }
}

/** Its answer, where it is one of success. Throws with what it says instead. */
export function mustBeFine({ status, text }: Reply): string {
  if (status < 200 || status > 299) throw new Error(`the API answered ${status}: ${text.slice(0, 300)}`);
  return text;
}
