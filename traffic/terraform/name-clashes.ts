import { bodiesIn } from "./bodies";
import { OPTIONAL_PARTS, UNIQUE_NAMES, type Realm } from "./unique-names";
import { at, isObject, type Value, type Values } from "./value";

/** A name that a resource of this file has in common with one of another file of the same account and region. */
export interface NameClash {
  readonly address: string;
  readonly constructPath?: string;
  /** `load balancer "Fargate-ALB"`. */
  readonly what: string;
  /** The other stack. */
  readonly stack: string;
  /** False if the two may be applied with other credentials, as workspaces of HCP Terraform are. */
  readonly isCertain: boolean;
}

interface Named {
  readonly part: Pick<NameClash, "address" | "constructPath">;
  readonly what: string;
  /** Name and place: equal keys are one name. */
  readonly key: string;
}

/** Of two files the one whose stack comes later in the alphabet has the clash. */
export function nameClashes(document: Values, others: readonly Values[]): NameClash[] {
  const own = stackOf(document);
  const before = others.filter((other) => other !== document && stackOf(other) < own);
  const names = namesIn(document);
  return before.flatMap((other) => {
    const taken = new Set(namesIn(other).map(({ key }) => key));
    const isCertain = ![document, other].some(runsElsewhere);
    return names
      .filter(({ key }) => taken.has(key))
      .map(({ part, what }) => ({ ...part, what, stack: stackOf(other), isCertain }));
  });
}

function stackOf(document: Values): string {
  const name = at(document["//"], "metadata", "stackName");
  return typeof name === "string" ? name : "";
}

/** Workspaces have credentials of their own. */
function runsElsewhere({ terraform }: Values): boolean {
  return at(terraform, "cloud") !== undefined || at(terraform, "backend", "remote") !== undefined;
}

function namesIn(document: Values): Named[] {
  return bodiesIn(document.resource, "").flatMap(([address, body]) => {
    const [type = ""] = address.split(".");
    const unique = UNIQUE_NAMES[type];
    if (unique === undefined || body.count !== undefined || body.for_each !== undefined) return [];
    const parts = unique.by.map((name) => (OPTIONAL_PARTS.has(name) ? (body[name] ?? "") : body[name]));
    const place = placeOf(document, body, unique.realm);
    if (place === undefined || !parts.every(isLiteral) || parts[0] === "") return [];
    const path = at(body["//"], "metadata", "path");
    const part = { address, ...(typeof path === "string" ? { constructPath: path } : {}) };
    const key = JSON.stringify([unique.kind, parts, place]);
    return [{ part, key, what: `${unique.kind} ${JSON.stringify(parts[0])}` }];
  });
}

/** Everything by which a provider says whose account it means. */
const CREDENTIALS =
  /^(profile|assume_role|assume_role_with_web_identity|allowed_account_ids|forbidden_account_ids|access_key|shared_.*|endpoints)$/;

/** Where a resource is made; undefined if nobody can say. What says nothing of accounts has the same one. */
function placeOf(document: Values, body: Values, realm: Realm): Value {
  if (realm === "world") return "";
  const provider = providerOf(document, body.provider);
  if (provider === undefined) return undefined;
  const account = Object.entries(provider).filter(([name]) => CREDENTIALS.test(name));
  const region = body.region ?? provider.region;
  const place = JSON.stringify(realm === "account" ? [account] : [account, region]);
  return isLiteral(place) && (realm === "account" || typeof region === "string") ? place : undefined;
}

function providerOf({ provider }: Values, wanted: Value): Values | undefined {
  const written = at(provider, "aws");
  const all: readonly Value[] = Array.isArray(written) ? (written as Value[]) : [written];
  const alias = typeof wanted === "string" ? wanted.replace(/^\$\{|\}$/g, "").split(".")[1] : undefined;
  return all.filter((one) => isObject(one)).find((one) => one.alias === alias);
}

function isLiteral(value: Value): value is string {
  return typeof value === "string" && !/[$%]\{/.test(value);
}
