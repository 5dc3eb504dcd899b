import "reflect-metadata";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { VERSION } from "../../../libs/config/version.ts";
import { COMMAND_FIELDS, seal } from "../../../libs/journey/wire.ts";
import { ApiModule } from "../api.module.ts";
import { Application, Interest } from "../applications/intake.dto.ts";
import { ContactBody } from "../people/contact.dto.ts";
import { ApplicationBody } from "../../../libs/service/intake/application-body.ts";
import { exampleOf } from "../../../libs/service/shape/field.ts";
import { JOURNEY_COMMANDS, ROUTED_COMMANDS, slugOf } from "../../../libs/service/commands/journey-commands.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { controllersOf, routesOf } from "../routes.ts";
import { openApiDocument } from "./document.ts";

interface Content {
  [media: string]: { schema: object; example: unknown };
}
interface Operation {
  security?: object[];
  operationId: string;
  parameters: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Content };
  responses: Record<string, { $ref?: string; content?: Content }>;
}
interface Document {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  security: object[];
  components: {
    securitySchemes: Record<string, object>;
    schemas: object;
    responses: Record<string, { content: Content }>;
  };
}

// As it is fetched: JSON.
const document = JSON.parse(JSON.stringify(openApiDocument(routesOf(controllersOf(ApiModule)), VERSION))) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation, name: `${method} ${path}` })),
);

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).addSchema(document, "api");
const fits = (schema: object, value: unknown): string[] => {
  const text = JSON.stringify(schema).replaceAll('"#/', '"api#/');
  const check = ajv.compile(JSON.parse(text) as object);
  return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect([document.openapi, validator.version]).toEqual(["3.1.1", "3.1"]);
    expect(document.info.version).toBe(VERSION);
  });

  it("names every operation once, every path parameter, every reference", () => {
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      const described = operation.parameters.filter((one) => one.in === "path");
      expect(described.map(({ name }) => name)).toEqual(inPath);
      expect(described.every(({ required }) => required)).toBe(true);
    }
    for (const [, kind, name] of JSON.stringify(document).matchAll(/"#\/components\/(schemas|responses)\/(\w+)"/gu)) {
      expect(document.components[kind as "schemas"]).toHaveProperty(name ?? "");
    }
  });

  it("says that every operation below /api/v1 wants a bearer token, and no other", () => {
    expect(document.security).toEqual([{ bearer: [] }]);
    expect(document.components.securitySchemes["bearer"]).toMatchObject({ type: "http", scheme: "bearer" });
    for (const { path, operation, name } of operations)
      expect([name, operation.security]).toEqual([name, path.startsWith("/api/v1/") ? undefined : []]);
  });

  it("has for every operation an example that fits, and its errors", () => {
    for (const { name, method, path, operation } of operations) {
      const [success] = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
      // One media type an operation: JSON, or a file's own.
      const [answer] = Object.values(success?.[1].content ?? {});
      expect([name, answer ? fits(answer.schema, answer.example) : "no example"]).toEqual([name, []]);
      const body = operation.requestBody?.content["application/json"];
      expect([name, body ? fits(body.schema, body.example) : []]).toEqual([name, []]);
      const expected =
        method === "post" || method === "put"
          ? ["400", "401", "403", "422", "429", "503"]
          : path.startsWith("/api/v1/")
            ? ["401", "403", "429", "503"]
            : path.startsWith("/calendars/")
              ? ["404", "429", "503"]
              : path === "/health/live"
                ? []
                : ["503"];
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(expected));
    }
    for (const { content } of Object.values(document.components.responses)) {
      const media = content["application/problem+json"];
      expect(media ? fits(media.schema, media.example) : "no example").toEqual([]);
    }
  });
});

describe("an example that is sent", () => {
  it.each(ROUTED_COMMANDS)("as %s has the right shape", (name) => {
    const body =
      document.paths[`/api/v1/journeys/{id}/${slugOf(name)}`]?.["post"]?.requestBody?.content["application/json"]
        ?.example;
    expect(JOURNEY_COMMANDS[name].summary).not.toBe("");
    expect(Object.keys(body as object)).toEqual(Object.keys(COMMAND_FIELDS[name]));
    expect(seal(name, body, () => "id")).not.toHaveProperty("rejection");
  });

  it("as an application, an interest or a person has the right shape", () => {
    expect(() => validated(ApplicationBody, exampleOf(Application))).not.toThrow();
    expect(() => validated(ApplicationBody, exampleOf(Interest))).not.toThrow();
    expect(seal("SubmitApplication", exampleOf(Application), () => "id")).not.toHaveProperty("rejection");
    expect(seal("ExpressInterest", { contact: exampleOf(ContactBody) }, () => "id")).not.toHaveProperty("rejection");
  });
});
