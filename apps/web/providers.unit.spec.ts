// What a controller is made of is provided: Nest finds out when it starts, and names no use case then.

import "reflect-metadata";
import { MODULE_METADATA } from "@nestjs/common/constants.js";
import type { Provider, Type } from "@nestjs/common";
import { describe, expect, it } from "@jest/globals";
import { WebSettings } from "../../libs/http/web-settings.ts";
import { ServiceModule } from "./service.module.ts";
import { WebModule } from "./web.module.ts";

const said = (what: string, module: Type): unknown[] =>
  (Reflect.getMetadata(what, module) as unknown[] | undefined) ?? [];
const modulesIn = (module: Type): Type[] => [
  module,
  ...(said(MODULE_METADATA.IMPORTS, module) as Type[]).flatMap(modulesIn),
];

// Nothing is opened by saying what is provided.
const SETTINGS = Object.create(WebSettings.prototype) as WebSettings;
const service = ServiceModule.with(SETTINGS);
const modules = (WebModule.with(SETTINGS).imports ?? [])
  .filter((one): one is Type => typeof one === "function")
  .flatMap(modulesIn);
const own = modules.flatMap((module) => said(MODULE_METADATA.PROVIDERS, module) as Type[]);
const controllers = modules.flatMap((module) => said(MODULE_METADATA.CONTROLLERS, module) as Type[]);

/** The class of what a provider provides. */
const provides = (one: Provider): unknown => (typeof one === "function" ? one : one.provide);
const provided = new Set<unknown>([...(service.providers ?? []), ...own].map(provides));

/** What a class, or the factory of a use case, asks for. */
function asks(one: Provider): readonly unknown[] {
  if (typeof one !== "function") return "inject" in one ? (one.inject ?? []) : [];
  return (Reflect.getMetadata("design:paramtypes", one) as unknown[] | undefined) ?? [];
}
const nameOf = (one: unknown): string => (typeof one === "function" ? one.name : String(one));
const missing = (one: Provider): string[] =>
  asks(one)
    .filter((part) => !provided.has(part))
    .map((part) => `${nameOf(provides(one))} needs ${nameOf(part)}: say in service.module.ts what it is made of`);

describe("service.module.ts provides", () => {
  it("what each controller asks for", () => {
    expect(controllers.length).toBeGreaterThan(40);
    expect(controllers.flatMap(missing)).toEqual([]);
  });

  it("what each use case, and each provider of the API and the console, is made of", () => {
    expect([...(service.providers ?? []), ...own].flatMap(missing)).toEqual([]);
  });
});
