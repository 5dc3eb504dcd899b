// Pages of lists, as use cases answer them.

export { numbered as numberedOf, type ByNumber, type Numbered } from "../../views/page.ts";
