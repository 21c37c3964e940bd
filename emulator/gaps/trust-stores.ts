import type { FormActionGap } from "./gap";

const NAMESPACE = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/";
const ARN = "arn:aws:elasticloadbalancing:us-east-1:123456789012:truststore";

/** What is remembered of each is XML: its description by its ARN, its tags by `tags ` and its ARN. */
export const trustStoreGap: FormActionGap = {
  name: "Elastic Load Balancing trust stores are missing",
  aws: "they are made from a bundle in S3, described, modified and deleted",
  moto: "it does not know the actions",
  actions: [
    "CreateTrustStore",
    "DescribeTrustStores",
    "ModifyTrustStore",
    "DeleteTrustStore",
    "DescribeTrustStoreAssociations",
    "DescribeTags",
  ],
  answer: (fields, remembered) => {
    const action = fields.get("Action") ?? "";
    const arn = fields.get("TrustStoreArn") ?? "";
    switch (action) {
      case "CreateTrustStore":
        return answered(action, stores([create(fields, remembered)]));
      case "ModifyTrustStore":
        return answered(action, stores([remembered.get(arn) ?? ""]));
      case "DescribeTrustStores":
        return answered(action, stores(described(fields, remembered)));
      case "DescribeTrustStoreAssociations":
        return answered(action, "<TrustStoreAssociations/>");
      case "DeleteTrustStore":
        remembered.delete(arn);
        return answered(action, "");
      default:
        return tagsOf(fields.get("ResourceArns.member.1") ?? "", remembered);
    }
  },
  probe: { Action: "DescribeTrustStores", Version: "2015-12-01" },
};

function create(fields: URLSearchParams, remembered: Map<string, string>): string {
  const name = fields.get("Name") ?? "";
  const arn = `${ARN}/${name}/0123456789abcdef`;
  const counts =
    "<NumberOfCaCertificates>1</NumberOfCaCertificates><TotalRevokedEntries>0</TotalRevokedEntries>";
  const store = `<Name>${name}</Name><TrustStoreArn>${arn}</TrustStoreArn><Status>ACTIVE</Status>${counts}`;
  const tags = [...fields].flatMap(([field, key]) => {
    const [, number] = /^Tags\.member\.(\d+)\.Key$/.exec(field) ?? [];
    const value = fields.get(`Tags.member.${number}.Value`) ?? "";
    return number === undefined ? [] : [`<member><Key>${key}</Key><Value>${value}</Value></member>`];
  });
  remembered.set(arn, store);
  remembered.set(`tags ${arn}`, tags.join(""));
  return store;
}

function described(fields: URLSearchParams, remembered: ReadonlyMap<string, string>): string[] {
  const asked = [...fields].filter(([field]) => field.startsWith("TrustStoreArns.member."));
  return asked.flatMap(([, arn]) => remembered.get(arn) ?? []);
}

/** Tags of everything else are known to moto. */
function tagsOf(arn: string, remembered: ReadonlyMap<string, string>): string | undefined {
  if (!arn.includes(":truststore/")) return undefined;
  const tags = `<ResourceArn>${arn}</ResourceArn><Tags>${remembered.get(`tags ${arn}`) ?? ""}</Tags>`;
  return answered("DescribeTags", `<TagDescriptions><member>${tags}</member></TagDescriptions>`);
}

function stores(all: readonly string[]): string {
  return `<TrustStores>${all.map((one) => `<member>${one}</member>`).join("")}</TrustStores>`;
}

function answered(action: string, result: string): string {
  return `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${result}</${action}Result></${action}Response>`;
}
