// Helps where a browser can: each part of a page works without it.
import { initAll } from "./govuk-frontend.min.js";

initAll();
