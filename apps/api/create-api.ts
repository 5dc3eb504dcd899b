// The HTTP server, put together: for main.ts and for tests.

import { NestFactory } from "@nestjs/core";
import type { NestExpressApplication } from "@nestjs/platform-express";
import { SwaggerModule, type OpenAPIObject } from "@nestjs/swagger";
import { VERSION } from "../../libs/config/version.ts";
import { identify, requireCaller } from "./access/authenticate.ts";
import { frontDoor } from "./access/front-door.ts";
import { limitRates } from "./access/rate-limit.ts";
import { RolesGuard } from "./access/roles.guard.ts";
import { TokenVerifier } from "./access/token-verifier.ts";
import { ApiModule, CONTROLLERS } from "./api.module.ts";
import type { ApiSettings } from "./api-settings.ts";
import { isForm } from "./http/forms.ts";
import { JsonLogger } from "./http/log.ts";
import { ProblemFilter } from "./http/problem.filter.ts";
import { requestContext } from "./http/request-context.ts";
import { soundBodies } from "./http/sound-body.ts";
import { openApiDocument } from "./openapi/document.ts";
import { routesOf } from "./routes.ts";

const MOST_BODY = "100kb";

/**
 * The API, ready to listen. It waits for neither PostgreSQL nor Temporal: what needs them answers 503 until they are
 * there.
 */
export async function createApi(settings: ApiSettings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(settings), {
    logger: new JsonLogger(),
    bodyParser: false,
    abortOnError: false,
  });
  app.disable("x-powered-by").set("etag", false).set("query parser", "simple");
  const verifier = new TokenVerifier(settings.signIn.issuer, settings.dfeOrganisations);
  app.use(
    requestContext,
    frontDoor(settings.publicUrl),
    identify(verifier),
    limitRates(settings.rateLimits),
    requireCaller,
  );
  app.useBodyParser("json", { limit: MOST_BODY, type: ["application/json", "application/*+json"] });
  // Forms are the console's alone: the API takes JSON.
  app.useBodyParser("urlencoded", { limit: MOST_BODY, extended: false, type: isForm });
  app.use(soundBodies);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalGuards(new RolesGuard());
  // Built from the routes themselves; @nestjs/swagger serves it, and the pages to read and try it.
  const document = openApiDocument(routesOf(CONTROLLERS), VERSION) as OpenAPIObject;
  SwaggerModule.setup("api/docs", app, document, {
    jsonDocumentUrl: "api/openapi.json",
    raw: ["json"],
    customSiteTitle: "School Journeys API",
  });
  return app;
}
