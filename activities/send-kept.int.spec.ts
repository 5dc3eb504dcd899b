// Letters can be read again as they went out, whatever stops in between: real PostgreSQL, real SMTP.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import pg from "pg";
import type { Mailer } from "../libs/mail/mail.ts";
import { applyRetention } from "../libs/people/apply-retention.ts";
import { erasePerson, replayErasures } from "../libs/people/erasure.ts";
import { exportPerson } from "../libs/people/export.ts";
import { keysFor } from "../libs/people/keys.ts";
import { keepLetter, letterOf, lettersOf, type LetterKept } from "../libs/people/sent-letters.ts";
import { applied, effectsWorld, offered, type EffectsWorld } from "../test/support/effects-world.ts";
import { makeSendNotice } from "./send-letter.ts";

let world: EffectsWorld;
let folder: string;
beforeAll(async () => {
  world = await effectsWorld();
  folder = await mkdtemp(join(tmpdir(), "kept-"));
  await world.person("applicant");
}, 30_000);
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  world.mail.arrived.length = 0;
});

const kept = (journey: string, more: object = {}): Promise<LetterKept[]> =>
  lettersOf(world.dataSource, { journey, hub: null, notTo: [], limit: 50, ...more });
const address = "applicant@example-primary.example.org";
const NOW = "2020-06-05T09:00:00Z";

describe("a letter that went out", () => {
  test("is kept word for word, under the key of whom it was for, and in nobody else’s sight", async () => {
    const asked = { ...(await world.happened(applied, offered)), now: NOW };
    const { messageId } = await makeSendNotice(world.deps)(asked);
    const [letter, ...others] = await kept(asked.journey);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      messageId,
      journey: asked.journey,
      hub: "great-north",
      effect: asked.id,
      addressee: "applicant",
      person: "applicant",
      role: "applicant",
      kind: "place-offered",
      at: NOW,
      sentAt: NOW,
      refusedAt: null,
    });
    const { email } = world.mail.arrived[0]!;
    expect(letter?.words).toMatchObject({ to: address, subject: email.subject });
    const flat = (text = ""): string => text.replaceAll(/\s+/gu, " ").trim();
    expect([flat(letter?.words?.text), flat(letter?.words?.html)]).toEqual([flat(email.text), flat(email.html)]);
    const rows = await world.dataSource.query<{ sealed: Buffer }[]>("select * from people.sent_letters");
    expect(JSON.stringify(rows) + rows.map(({ sealed }) => sealed.toString("latin1")).join("")).not.toContain("Dear");
    expect(await kept(asked.journey, { hub: "far-south" })).toEqual([]);
    expect(await kept(asked.journey, { notTo: ["applicant"] })).toEqual([]);
    expect(await letterOf(world.dataSource, { journey: "other", hub: null, notTo: [] }, letter!.id)).toBeNull();
  });

  test("that nobody could be sent is not said to have gone; the next try finds the same one", async () => {
    const asked = await world.happened(applied, offered);
    world.mail.answer(address, 450);
    await expect(makeSendNotice(world.deps)(asked)).rejects.toThrow("mail-unavailable");
    expect(await kept(asked.journey)).toMatchObject([{ sentAt: null, refusedAt: null }]);
    world.mail.answer(address, null);
    await makeSendNotice(world.deps)({ ...asked, now: NOW });
    expect(await kept(asked.journey)).toMatchObject([{ sentAt: NOW, refusedAt: null }]);
  });

  test("that a mail server would not have came back; who stands in has a letter of their own", async () => {
    const asked = { ...(await world.happened(applied, offered)), now: NOW };
    world.mail.answer(address, 550);
    await makeSendNotice(world.deps)(asked);
    world.mail.answer(address, null);
    const inShort = ({ addressee, sentAt, refusedAt }: LetterKept): unknown[] => [addressee, sentAt, refusedAt];
    expect((await kept(asked.journey)).map(inShort)).toEqual([
      ["hub-lead", NOW, null],
      ["applicant", null, NOW],
    ]);
  });

  test("is kept if the worker dies once the mail server has it, and sent again is no second one", async () => {
    const asked = await world.happened(applied, offered);
    const mailer: Mailer = {
      async send(mail) {
        await world.deps.mailer.send(mail);
        throw new Error("the worker died here");
      },
    };
    await expect(makeSendNotice({ ...world.deps, mailer })(asked)).rejects.toThrow();
    expect(world.mail.arrived).toHaveLength(1);
    expect(await kept(asked.journey)).toMatchObject([{ sentAt: null, words: { to: address } }]);
    await makeSendNotice(world.deps)({ ...asked, now: NOW });
    expect(world.mail.arrived).toHaveLength(2);
    expect(await kept(asked.journey)).toMatchObject([{ sentAt: NOW }]);
  });

  test("in other words under the same Message-ID is beside the first: both may have gone out", async () => {
    const asked = { ...(await world.happened(applied, offered)), now: NOW };
    await makeSendNotice(world.deps)(asked);
    const [{ id: _id, at, sentAt: _s, refusedAt: _r, words, ...letter }] = (await kept(asked.journey)) as [LetterKept];
    const same = await keepLetter(world.dataSource, letter, words!, at);
    const other = await keepLetter(world.dataSource, letter, { ...words!, subject: "Otherwise" }, at);
    expect((await kept(asked.journey)).map(({ id, words }) => [id, words?.subject])).toEqual([
      [other, "Otherwise"],
      [same, words?.subject],
    ]);
  });
});

describe("gone with its addressee", () => {
  test("by an erasure, and by an erasure that a restore does again", async () => {
    const asked = await world.happened(applied, offered);
    await makeSendNotice(world.deps)(asked);
    const found = await exportPerson(world.dataSource, "applicant");
    expect(found?.letters.at(-1)).toMatchObject({ journey: asked.journey, kind: "place-offered", to: address });
    expect(found?.letters.at(-1)?.text).toContain("Dear First-applicant Example,");
    const log = join(folder, "erasures.log");
    const owner = new pg.Client(world.ownerUrl);
    await owner.connect();
    await owner.query("create table backup as select * from people.keys where owner = 'applicant'");
    await erasePerson(world.dataSource, log, { person: "applicant", at: NOW, by: "operator", reason: "request" });
    expect(await kept(asked.journey)).toMatchObject([{ kind: "place-offered", person: "applicant", words: null }]);
    expect((await exportPerson(world.dataSource, "applicant"))?.letters).toEqual([]);
    await owner.query("alter table people.keys disable trigger user");
    await owner.query(
      `update people.keys set (wrapped, kek, destroyed_at) = (select wrapped, kek, destroyed_at from backup)
       where owner = 'applicant'`,
    );
    await owner.query("alter table people.keys enable always trigger key_stays_destroyed");
    await owner.end();
    expect(await kept(asked.journey)).toMatchObject([{ words: { to: address } }]);
    await replayErasures(world.dataSource, log);
    expect(await kept(asked.journey)).toMatchObject([{ words: null }]);
  });

  test("by retention, with its journey, where a shared inbox got it; the next key opens nothing old", async () => {
    const asked = await world.happened({ ...applied, contactId: "nobody-known" }, offered);
    await makeSendNotice(world.deps)(asked);
    expect(await kept(asked.journey)).toMatchObject([
      { person: null, role: "hub-lead", words: { subject: expect.any(String) } },
    ]);
    const log = join(folder, "retention.log");
    await applyRetention(world.dataSource, log, { now: "2050-01-01T00:00:00Z" });
    expect(await kept(asked.journey)).toMatchObject([{ words: null }]);
    await keysFor(world.dataSource, [`journey/${asked.journey}`]);
    expect(await kept(asked.journey)).toMatchObject([{ words: null }]);
  });

  test("by its age, where it went to a hub’s inbox and is about no school", async () => {
    const letter = {
      messageId: "<morning@x>",
      journey: null,
      hub: "great-north",
      effect: "morning",
      addressee: "inbox",
    };
    const words = { to: "hub@x", subject: "Today", text: "Today", html: "Today" };
    const more = { person: null, role: "hub-lead", kind: "morning" };
    await keepLetter(world.dataSource, { ...letter, ...more }, words, NOW);
    const count = async (): Promise<number> =>
      (await world.dataSource.query<unknown[]>("select from people.sent_letters where effect = 'morning'")).length;
    const log = join(folder, "old.log");
    await applyRetention(world.dataSource, log);
    expect(await count()).toBe(1);
    await world.dataSource.query("update people.sent_letters set kept_at = '2010-01-01' where effect = 'morning'");
    await applyRetention(world.dataSource, log);
    expect(await count()).toBe(0);
  });
});
