import { fault, type Fault, problems } from "../errors";

/** Names under which secrets travel, in our props, in backends and in addresses. */
const SECRET_NAME = /token|secret|password|passwd|credential|access_?key/i;

/** Tokens of HCP Terraform, the ids of AWS access keys, and a user with a password before a host. */
const SECRET_TEXT = /\.atlasv1\.|\b(AKIA|ASIA)[A-Z0-9]{16}\b|^([a-z0-9]+:\/\/)?[^/\s:]*:[^/\s@]*@/;

/** Whether something of this name and value is a secret. Files and names of files are none. */
export function isSecret(name: string, value: unknown): boolean {
  if (typeof value !== "string" || value === "") return false;
  return (SECRET_NAME.test(name) && !/_?file$/i.test(name)) || SECRET_TEXT.test(value);
}

/** The secrets in plain data, at any depth, each named by its path and never shown. */
export function secretsIn(data: unknown, path: string): Fault[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    isSecret(name, value) ? [secret(`${path}.${name}`)] : secretsIn(value, `${path}.${name}`),
  );
}

/** As HCP Terraform makes them, wherever they stand. https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens */
const HCP_TOKEN = /[A-Za-z0-9]{8}\.atlasv1\.[A-Za-z0-9]{16}/;

/** Tokens of HCP Terraform in what would be written, by the path of each. */
export function writtenTokens(data: unknown, path = ""): Fault[] {
  if (typeof data === "string") return HCP_TOKEN.test(data) ? [secret(path)] : [];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    writtenTokens(value, path === "" ? name : `${path}.${name}`),
  );
}

/** The fault of a secret: says where it stands, not what it is. */
export function secret(place: string): Fault {
  return fault(problems.secretInOutput, `one in ${place} (not shown here)`);
}
