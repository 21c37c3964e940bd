import { setTimeout as pause } from "node:timers/promises";
import { emulatedAccess } from "../cli/terraform/terraform-environment";
import type { Json } from "../cli/json";
import { readJson } from "../cli/json";

/** Where a plain call goes. The emulator looks at the signature's scope only, to learn service and region. */
export interface Destination {
  readonly url: string;
  readonly region: string;
  readonly service: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** An action of a service that speaks JSON: ECS, logs, Cloud Map. `target` is its name on the wire. */
export async function jsonCall(
  to: Destination,
  target: string,
  input: Json,
): Promise<Answer & { json: Json }> {
  const answer = await post(to, JSON.stringify(input), {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": target,
  });
  return { ...answer, json: readJson(answer.body) };
}

/** An action of a service that takes a form and answers XML: EC2, Elastic Load Balancing, IAM. */
export function formCall(to: Destination, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const body = new URLSearchParams(fields).toString();
  return post(to, body, { "content-type": "application/x-www-form-urlencoded" });
}

/** An action that goes by method and path: EFS speaks JSON, Route 53 and S3 XML, which is text here. */
export function restCall(
  to: Destination,
  method: string,
  path: string,
  input?: Json | string,
): Promise<Answer> {
  const isXml = typeof input === "string";
  const body = input === undefined || isXml ? input : JSON.stringify(input);
  const type = { "content-type": isXml ? "text/xml" : "application/json" };
  // Without a body there is nothing to name the type of: moto's Route 53 fails on JSON.
  return send({ ...to, url: `${to.url}${path}` }, method, body, body === undefined ? {} : type);
}

function post(to: Destination, body: string, headers: Record<string, string>): Promise<Answer> {
  return send(to, "POST", body, headers);
}

/** As AWS's own clients do, asks again after a fault of the server: moto has one while it loads a service. */
async function send(
  to: Destination,
  method: string,
  body: string | undefined,
  headers: Record<string, string>,
  attempts = 4,
): Promise<Answer> {
  const authorization = authorizationFor(to);
  const answer = await fetch(to.url, { method, body, headers: { ...headers, authorization } });
  if (answer.status >= 500 && attempts > 1) {
    await pause(250);
    return send(to, method, body, headers, attempts - 1);
  }
  return { status: answer.status, body: await answer.text() };
}

function authorizationFor({ region, service }: Destination): string {
  const day = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  const scope = `${emulatedAccess.accessKeyId}/${day}/${region}/${service}/aws4_request`;
  return `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`;
}
