import type { Text } from "../container/template-json";
import { statementJson } from "../policies";

/** A secret as the role that reads it sees it. */
export interface Grant {
  readonly store: "secretsmanager" | "ssm";
  /** The ARN; of an SSM parameter also its name. */
  readonly id: Text;
  /** The customer-managed key that the secret is encrypted with. */
  readonly keyArn: string | undefined;
}

const ACTIONS = { secretsmanager: "secretsmanager:GetSecretValue", ssm: "ssm:GetParameters" } as const;
const STORES = ["secretsmanager", "ssm"] as const;

/**
 * What ECS may do to read exactly these secrets: a statement for each store, and one for its keys, which may be used
 * through that store alone. `logGroupArn` is an expression: a parameter that goes by its name lies in that group's
 * partition, region and account.
 */
export function secretStatements(grants: readonly Grant[], logGroupArn: string): string[] {
  return STORES.flatMap((store) => {
    const own = grants.filter((grant) => grant.store === store);
    if (own.length === 0) return [];
    const keys = [...new Set(own.flatMap(({ keyArn }) => keyArn ?? []))];
    const resources = [...new Set(own.map((grant) => resource(grant, logGroupArn)))];
    return [read(store, resources), ...(keys.length === 0 ? [] : [decrypt(store, keys)])];
  });
}

/** Written out, not stringified: the quotes in an expression must not be escaped as JSON's are. */
function read(store: (typeof STORES)[number], resources: readonly string[]): string {
  const list = resources.map((one) => `"${one}"`).join(",");
  return `{"Action":["${ACTIONS[store]}"],"Effect":"Allow","Resource":[${list}]}`;
}

/** China's names of services end in `.cn`. https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html */
function decrypt(store: string, keys: readonly string[]): string {
  const services = [`${store}.*.amazonaws.com`, `${store}.*.amazonaws.com.cn`];
  return statementJson({
    actions: ["kms:Decrypt"],
    resources: keys,
    conditions: { StringLike: { "kms:ViaService": services } },
  });
}

function resource({ store, id }: Grant, logGroupArn: string): string {
  if (typeof id === "string") {
    const isName = store === "ssm" && !id.startsWith("arn:");
    return isName ? `\${${parameterArn(JSON.stringify(id.replace(/^\//, "")), logGroupArn)}}` : id;
  }
  if (store === "secretsmanager") return `\${${id.expression}}`;
  const named = parameterArn(`trimprefix(${id.expression}, "/")`, logGroupArn);
  return `\${length(regexall("^arn:", ${id.expression})) > 0 ? ${id.expression} : ${named}}`;
}

function parameterArn(name: string, logGroupArn: string): string {
  const [partition, region, account] = [1, 3, 4].map((place) => `split(":", ${logGroupArn})[${place}]`);
  return `format("arn:%s:ssm:%s:%s:parameter/%s", ${partition}, ${region}, ${account}, ${name})`;
}
