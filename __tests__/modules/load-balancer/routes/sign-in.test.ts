import { cognito, HttpListener, oidc } from "../../../../modules";
import { door, network } from "../../../support/parts";
import { routed } from "../../../support/routed";
import { problemsOf } from "../../../support/synthesize";
import { variablesOf } from "../../../support/variables";

const GONE = { respond: { statusCode: 410 } };

describe("sign-in", () => {
  const pool = {
    userPoolArn: "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abc",
    userPoolClientId: "client",
    userPoolDomain: "example",
  };

  it("with Cognito comes before the route's own end, and opens the way to it", () => {
    const { stack, values } = routed(() => ({ paths: ["/a"], signIn: cognito(pool), ...GONE }));
    expect(values.action).toEqual([
      {
        type: "authenticate-cognito",
        order: 1,
        authenticate_cognito: {
          user_pool_arn: pool.userPoolArn,
          user_pool_client_id: "client",
          user_pool_domain: "example",
          on_unauthenticated_request: "authenticate",
          scope: "openid",
          session_cookie_name: "AWSELBAuthSessionCookie",
          session_timeout: 604_800,
        },
      },
      expect.objectContaining({ type: "fixed-response", order: 2 }),
    ]);
    const [way, ...others] = stack.resources("aws_vpc_security_group_egress_rule");
    expect(others).toEqual([]);
    expect([way!.at("from_port"), way!.at("to_port"), way!.at("cidr_ipv4")]).toEqual([443, 443, "0.0.0.0/0"]);
  });

  it("with OpenID Connect takes its secret from a variable, by reference", () => {
    const { values } = routed((scope) => ({
      paths: ["/a"],
      ...GONE,
      signIn: oidc({
        issuer: "https://id.example.com",
        authorizationEndpoint: "https://id.example.com/authorize",
        tokenEndpoint: "https://id.example.com/token",
        userInfoEndpoint: "https://id.example.com/user",
        clientId: "client",
        clientSecret: variablesOf(scope).text("client_secret"),
        onUnauthenticated: "deny",
        sessionTimeoutSec: 3600,
        scope: "openid email",
        cookieName: "session",
      }),
    }));
    expect(values.action).toContainEqual({
      type: "authenticate-oidc",
      order: 1,
      authenticate_oidc: {
        issuer: "https://id.example.com",
        authorization_endpoint: "https://id.example.com/authorize",
        token_endpoint: "https://id.example.com/token",
        user_info_endpoint: "https://id.example.com/user",
        client_id: "client",
        client_secret: "${var.client_secret}",
        on_unauthenticated_request: "deny",
        scope: "openid email",
        session_cookie_name: "session",
        session_timeout: 3600,
      },
    });
  });

  it("is never opened to where nobody signs in", () => {
    const { stack } = routed(() => ({ paths: ["/a"], ...GONE }));
    expect(stack.resources("aws_vpc_security_group_egress_rule")).toEqual([]);
  });

  it("fails on plain HTTP, where its cookie would be anybody's", () => {
    const problems = problemsOf((scope) => {
      const http = new HttpListener(scope, "Http", { loadBalancer: door(scope, network(scope)) });
      http.route("Admin", { paths: ["/a"], signIn: cognito(pool), ...GONE });
    });
    expect(problems.map(({ code, path }) => [code, path])).toEqual([["FY361", "test/Http/Routes/Admin"]]);
  });
});
