import { TrustStore, type HttpsListenerProps } from "../../../../modules";
import { httpsListener } from "../../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../../support/synthesize";

const LISTENER = "aws_lb_listener";

describe("mutual TLS", () => {
  const store = (mutual: (trustStore: TrustStore) => HttpsListenerProps["mutualTls"]): Synthesized =>
    synthesize((stack) => {
      const trustStore = new TrustStore(stack, "Clients", { bucket: "authorities", key: "clients.pem" });
      httpsListener(stack, { mutualTls: mutual(trustStore) });
    });

  it("lets in whom the trust store's authorities know", () => {
    const stack = store((trustStore) => ({ mode: "verify", trustStore }));
    expect(stack.only("aws_lb_trust_store").values).toEqual({
      name: "test-Clients",
      ca_certificates_bundle_s3_bucket: "authorities",
      ca_certificates_bundle_s3_key: "clients.pem",
      tags: { Name: "test-Clients" },
      lifecycle: { create_before_destroy: true },
    });
    expect(stack.only(LISTENER).at("mutual_authentication")).toEqual({
      mode: "verify",
      trust_store_arn: stack.only("aws_lb_trust_store").ref("arn"),
      ignore_client_certificate_expiry: false,
    });
  });

  it("lets expired certificates in where that was asked for", () => {
    const stack = store((trustStore) => ({ mode: "verify", trustStore, ignoreExpiry: true }));
    expect(stack.only(LISTENER).at("mutual_authentication.ignore_client_certificate_expiry")).toBe(true);
  });

  it("passes every chain through without a trust store", () => {
    const stack = synthesize((scope) => {
      httpsListener(scope, { mutualTls: { mode: "passthrough" } });
    });
    expect(stack.only(LISTENER).at("mutual_authentication")).toEqual({
      mode: "passthrough",
    });
  });

  it.each([
    ["/clients.pem", "FY389"],
    ["", "FY389"],
  ])("fails with a bundle at %j", (key, code) => {
    expect(codesOf((stack) => new TrustStore(stack, "Clients", { bucket: "authorities", key }))).toEqual([
      code,
    ]);
  });

  it("fails with two trust stores of one name", () => {
    const twice = codesOf((stack) => {
      for (const id of ["One", "Two"])
        new TrustStore(stack, id, { name: "same", bucket: "authorities", key: "clients.pem" });
    });
    expect(twice).toEqual(["FY388"]);
  });
});
