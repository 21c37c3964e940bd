import type { ListenerGap } from "./gap";

const given = /^Certificates\.member\.\d+\.CertificateArn$/;

export const otherCertificatesGap: ListenerGap = {
  name: "Elastic Load Balancing ModifyListener drops all certificates but the first",
  aws: "the certificates that AddListenerCertificates added stay until RemoveListenerCertificates",
  moto: "any ModifyListener with a certificate forgets them, and Terraform's next plan adds them again",
  amend: (fields, answer, remembered) => {
    const listener = fields.get("ListenerArn") ?? "";
    const arns = [...fields].filter(([field]) => given.test(field)).map(([, arn]) => arn);
    const known = new Set((remembered.get(listener) ?? "").split(" ").filter(Boolean));
    switch (fields.get("Action")) {
      case "AddListenerCertificates":
        remembered.set(listener, [...new Set([...known, ...arns])].join(" "));
        return answer;
      case "RemoveListenerCertificates":
        remembered.set(listener, [...known].filter((arn) => !arns.includes(arn)).join(" "));
        return answer;
      case "DescribeListenerCertificates":
        return withCertificates(
          answer,
          [...known].filter((arn) => !answer.includes(arn)),
        );
      default:
        return answer;
    }
  },
  isOpen: ({ certificates }) => certificates.split("<CertificateArn>").length - 1 < 2,
};

function withCertificates(answer: string, arns: readonly string[]): string {
  const members = arns.map(
    (arn) => `<member><CertificateArn>${arn}</CertificateArn><IsDefault>false</IsDefault></member>`,
  );
  return answer.replace("</Certificates>", () => `${members.join("")}</Certificates>`);
}
