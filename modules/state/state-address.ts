import { fault, type Fault, problems } from "../errors";
import type { HcpStateProps } from "./hcp-settings";
import { DEFAULT_KEY, type S3StateProps } from "./s3-settings";
import { isSecret, secret } from "./secrets";

/** What an address in the environment says. */
export type Address =
  | { readonly kind: "local"; readonly path?: string }
  | { readonly kind: "s3"; readonly props: S3StateProps }
  | { readonly kind: "hcp"; readonly props: HcpStateProps };

type Parameters = Readonly<Record<string, string>>;

const S3_PARAMETERS = ["region", "kmsKeyId", "roleArn", "profile", "endpoint"];
const HCP_PARAMETERS = ["project", "tags"];

/**
 * Reads `local`, `local:PATH`, `s3://BUCKET[/PREFIX]?region=…` and `hcp://HOST/ORGANIZATION[/WORKSPACE]?project=…`.
 * Text that can't be read is not quoted: it may be a secret that was put in the wrong place.
 */
export function readAddress(text: string, variable: string): Address | Fault {
  if (text === "local") return { kind: "local" };
  if (isSecret("", text)) return secret(variable);
  if (text.startsWith("local:")) return { kind: "local", path: text.slice("local:".length) };
  const [, scheme, authority = "", rest = "", query = ""] =
    /^(s3|hcp):\/\/([^/?#]*)((?:\/[^?#]*)?)(?:\?([^#]*))?$/.exec(text) ?? [];
  if (scheme === undefined) return malformed(variable, `${text.length} characters of another form`);
  if (authority.includes("@")) return secret(variable);
  const parameters = Object.fromEntries(new URLSearchParams(query));
  const odd = oddParameter(parameters, scheme === "s3" ? S3_PARAMETERS : HCP_PARAMETERS, variable);
  if (odd !== undefined) return odd;
  const path = decoded(rest.replace(/^\//, ""));
  if (path === undefined) return malformed(variable, "a % that escapes nothing");
  return scheme === "s3"
    ? s3Address(authority, path, parameters)
    : hcpAddress(authority, path, parameters, variable);
}

/** A path that ends in `.tfstate` is the key itself; below any other each stack has a place. */
function s3Address(bucket: string, path: string, parameters: Parameters): Address {
  const prefix = path === "" ? "" : `${path.replace(/\/$/, "")}/`;
  const key = path.endsWith(".tfstate") ? path : `${prefix}${DEFAULT_KEY}`;
  return { kind: "s3", props: { bucket, key, ...parameters } };
}

function hcpAddress(
  hostname: string,
  path: string,
  { project, tags }: Parameters,
  variable: string,
): Address | Fault {
  const [organization = "", workspace, ...more] = path.split("/").filter((part) => part !== "");
  if (organization === "") return malformed(variable, "no organization");
  if (more.length > 0) return malformed(variable, `${more.length + 2} parts of a path`);
  const chosen = {
    ...(workspace === undefined ? {} : { workspace }),
    ...(tags === undefined ? {} : { tags: tags.split(",") }),
  };
  return {
    kind: "hcp",
    props: { hostname, organization, ...chosen, ...(project === undefined ? {} : { project }) },
  };
}

function oddParameter(parameters: Parameters, known: readonly string[], variable: string): Fault | undefined {
  const names = Object.keys(parameters);
  if (names.some((name) => isSecret("", name) || isSecret(name, parameters[name]))) return secret(variable);
  const odd = names.find((name) => !known.includes(name));
  return odd === undefined
    ? undefined
    : malformed(variable, `the parameter ${odd}, where ${known.join(", ")} are known`);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function malformed(variable: string, given: string): Fault {
  return fault(problems.stateAddress, given, variable);
}
