export { keyOf, moduleOf, placeOf, withoutKey } from "./address";
export type { NameClash } from "./name-clashes";
export { once } from "./once";
export { readTerraform } from "./read";
export { readSynthesized } from "./synthesized";
export { mentionsIn } from "./template";
export { readTemplateJson, UNKNOWN_MEMBERS } from "./template-json";
export {
  at,
  isObject,
  isReference,
  UNKNOWN,
  type Reference,
  type Resource,
  type Terraform,
  type Value,
  type Values,
} from "./value";
