import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { VERSION } from "../../../libs/config/version.ts";
import { ApiModule } from "../api.module.ts";
import { openApiDocument } from "../openapi/document.ts";
import { controllersOf, routesOf } from "../routes.ts";

/** The text of a module of types: all that the API of this tree takes and answers. */
export async function typesOfApi(): Promise<string> {
  const document = openApiDocument(routesOf(controllersOf(ApiModule)), VERSION);
  return astToString(await openapiTS(document as unknown as OpenAPI3));
}
