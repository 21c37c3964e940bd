import type { ListenerGap } from "./gap";

/** In the order in which AWS answers them. */
const PARTS = ["Mode", "TrustStoreArn", "IgnoreClientCertificateExpiry"] as const;
const OFF = "<MutualAuthentication><Mode>off</Mode></MutualAuthentication>";

export const mutualTlsGap: ListenerGap = {
  name: "Elastic Load Balancing forgets mutual TLS",
  aws: "an HTTPS listener is described with the mutual authentication that it was given, or with mode off",
  moto: "it is accepted and never given back",
  amend: (fields, answer, remembered) => {
    const action = fields.get("Action") ?? "";
    if (!/^(Create|Modify|Describe)Listeners?$/.test(action)) return answer;
    const [, arn = ""] = /<ListenerArn>([^<]+)</.exec(answer) ?? [];
    const mutual = mutualAuthentication(fields);
    if (action !== "DescribeListeners" && mutual !== "") remembered.set(arn, mutual);
    return answer
      .split("<ListenerArn>")
      .map((part, index) => (index === 0 ? part : completed(part, remembered)))
      .join("<ListenerArn>");
  },
  isOpen: ({ described }) => !described.includes("<MutualAuthentication>"),
};

function mutualAuthentication(fields: URLSearchParams): string {
  const parts = PARTS.map((name) => [name, fields.get(`MutualAuthentication.${name}`)] as const);
  const known = parts.filter(([, value]) => value !== null);
  const elements = known.map(([name, value]) => `<${name}>${String(value)}</${name}>`);
  return known.length === 0 ? "" : `<MutualAuthentication>${elements.join("")}</MutualAuthentication>`;
}

/** One listener, from its ARN on. */
function completed(part: string, remembered: ReadonlyMap<string, string>): string {
  const arn = part.slice(0, part.indexOf("<"));
  if (!part.includes("<Protocol>HTTPS</Protocol>") || part.includes("<MutualAuthentication>")) return part;
  return part.replace("</ListenerArn>", () => `</ListenerArn>${remembered.get(arn) ?? OFF}`);
}
