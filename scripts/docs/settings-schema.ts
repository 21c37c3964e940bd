import type { Known, Shape, Shapes } from "../../modules/foundation/shapes/shape";

/** settings/schema.json: editors complete and check a settings file that names it under `$schema`. */
export function settingsSchema({ types }: Shapes): string {
  const { Settings: settings = {}, ...others } = types;
  const definitions = Object.entries(others).map(([name, props]) => [name, objectOf(props)]);
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Settings of the reference stacks (docs/production.md)",
    type: "object",
    properties: { $schema: { type: "string" } },
    // A file can't hold a state: it has its address.
    additionalProperties: objectOf({ ...settings, state: { shape: "text", optional: true } }),
    definitions: Object.fromEntries(definitions) as object,
  };
  return `${JSON.stringify(schema, undefined, 1)}\n`;
}

function objectOf(props: Readonly<Record<string, Known>>): object {
  const required = Object.keys(props).filter((name) => props[name]?.optional !== true);
  const properties = Object.entries(props).map(([name, { shape }]) => [name, schemaOf(shape)]);
  return {
    type: "object",
    properties: Object.fromEntries(properties) as object,
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
  };
}

function schemaOf(shape: Shape): object {
  if (shape === "text") return { type: "string" };
  if (shape === "number") return { type: "number" };
  if (shape === "flag") return { type: "boolean" };
  if (typeof shape === "string") return {};
  if ("oneOf" in shape) return { enum: shape.oneOf };
  if ("anyOf" in shape) return { anyOf: shape.anyOf.map(schemaOf) };
  if ("list" in shape) return { type: "array", items: schemaOf(shape.list) };
  if ("map" in shape) return { type: "object", additionalProperties: schemaOf(shape.map) };
  if ("type" in shape) return { $ref: `#/definitions/${shape.type}` };
  return "props" in shape ? objectOf(shape.props) : {};
}
