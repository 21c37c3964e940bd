import { GapFiller } from "../../emulator/gap-filler";

const LISTENER = "arn:aws:elasticloadbalancing:us-east-1:1:listener/app/door/1/2";
const contentType = "application/x-www-form-urlencoded; charset=utf-8";

/** What the emulator makes of moto's answer to a form, or answers itself. */
function answers(filler: GapFiller, fields: Record<string, string>, moto = ""): string | undefined {
  const question = { target: "", contentType, body: new URLSearchParams(fields).toString() };
  return filler.ownAnswer(question) ?? filler.amend(question, moto);
}

const described = (protocol: string): string =>
  `<Listeners><member><ListenerArn>${LISTENER}</ListenerArn><Protocol>${protocol}</Protocol></member></Listeners>`;

describe("mutual TLS in the emulator", () => {
  const mutual = { "MutualAuthentication.Mode": "passthrough" };

  it("is off where nobody asked for it, and absent from plain HTTP", () => {
    const filler = new GapFiller();
    expect(answers(filler, { Action: "DescribeListeners" }, described("HTTPS"))).toContain(
      "<Mode>off</Mode>",
    );
    expect(answers(filler, { Action: "DescribeListeners" }, described("HTTP"))).not.toContain("Mode");
  });

  it("is given back as it was given, and changed again", () => {
    const filler = new GapFiller();
    answers(filler, { Action: "CreateListener", ...mutual }, described("HTTPS"));
    expect(answers(filler, { Action: "DescribeListeners" }, described("HTTPS"))).toContain(
      "<Mode>passthrough</Mode>",
    );
    answers(filler, { Action: "ModifyListener", "MutualAuthentication.Mode": "off" }, described("HTTPS"));
    expect(answers(filler, { Action: "DescribeListeners" }, described("HTTPS"))).toContain(
      "<Mode>off</Mode>",
    );
  });
});

describe("a listener's other certificates in the emulator", () => {
  const one = "<Certificates><member><CertificateArn>arn:one</CertificateArn></member></Certificates>";
  const with2 = { ListenerArn: LISTENER, "Certificates.member.1.CertificateArn": "arn:two" };
  const ask = { Action: "DescribeListenerCertificates", ListenerArn: LISTENER };

  it("are there until they are removed, whatever moto forgets", () => {
    const filler = new GapFiller();
    answers(filler, { Action: "AddListenerCertificates", ...with2 });
    expect(answers(filler, ask, one)).toContain("<CertificateArn>arn:two</CertificateArn>");
    answers(filler, { Action: "RemoveListenerCertificates", ...with2 });
    expect(answers(filler, ask, one)).toBe(one);
  });

  it("are named once where moto remembers them", () => {
    const filler = new GapFiller();
    answers(filler, { Action: "AddListenerCertificates", ...with2 });
    const both = one.replace(
      "</Certificates>",
      "<member><CertificateArn>arn:two</CertificateArn></member></Certificates>",
    );
    expect(answers(filler, ask, both)).toBe(both);
  });
});

describe("a trust store in the emulator", () => {
  it("is made, described with its tags, and gone when it was deleted", () => {
    const filler = new GapFiller();
    const tags = { "Tags.member.1.Key": "Stack", "Tags.member.1.Value": "door" };
    const created = answers(filler, { Action: "CreateTrustStore", Name: "clients", ...tags }) ?? "";
    const [, arn = ""] = /<TrustStoreArn>([^<]+)</.exec(created) ?? [];
    const ask = { Action: "DescribeTrustStores", "TrustStoreArns.member.1": arn };
    expect(answers(filler, ask)).toContain("<Status>ACTIVE</Status>");
    expect(answers(filler, { Action: "DescribeTags", "ResourceArns.member.1": arn })).toContain(
      "<Value>door</Value>",
    );
    answers(filler, { Action: "DeleteTrustStore", TrustStoreArn: arn });
    expect(answers(filler, ask)).toContain("<TrustStores></TrustStores>");
  });

  it("leaves the tags of everything else to moto", () => {
    expect(
      answers(new GapFiller(), { Action: "DescribeTags", "ResourceArns.member.1": LISTENER }, "moto's"),
    ).toBe("moto's");
  });
});
