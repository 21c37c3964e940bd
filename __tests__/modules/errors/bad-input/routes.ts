import { cognito, HttpListener, oidc, type RouteConditions, type RouteProps } from "../../../../modules";
import { door, httpsListener, network, targets } from "../../../support/parts";
import { bad, type BadInput, type BadInputs } from "./case";

type Rest = Partial<RouteProps>;

/** Routes on one HTTPS listener, in order; each answers by itself unless told otherwise. */
const routed = (all: readonly RouteProps[], quotas?: BadInput["quotas"]): BadInput =>
  bad((scope) => {
    const { listener } = httpsListener(scope);
    all.forEach((props, position) => listener.route(`Route${position}`, props));
  }, quotas);
const GONE = { respond: { statusCode: 410 } };
const fits = (conditions: RouteConditions): BadInput => routed([{ ...conditions, ...GONE }]);
const goes = (props: Rest): BadInput => routed([{ paths: ["/a"], ...props }]);
const places = (...all: readonly Rest[]): BadInput => routed(all.map((one) => ({ ...GONE, ...one })));

/** A route that forwards to several groups with weights. */
const weighs = (weights: readonly number[], props: Rest = {}): BadInput =>
  bad((scope) => {
    const { listener, home } = httpsListener(scope);
    const forwardTo = weights.map((weight, position) => ({
      targetGroup: targets(scope, home, {}, `Group${position}`),
      weight,
    }));
    listener.route("Route", { paths: ["/a"], forwardTo, ...props });
  });

const POOL = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abc";
const pool = { userPoolArn: POOL, userPoolClientId: "client", userPoolDomain: "example" };
const asks = (props: Partial<Parameters<typeof cognito>[0]>): BadInput =>
  goes({ ...GONE, signIn: cognito({ ...pool, ...props }) });
const provider = {
  issuer: "https://id.example.com",
  authorizationEndpoint: "https://id.example.com/authorize",
  tokenEndpoint: "https://id.example.com/token",
  userInfoEndpoint: "https://id.example.com/user",
  clientId: "client",
  clientSecret: "${var.client_secret}",
};

export const routes: BadInputs<"335" | "336" | "337" | "338" | "339" | "34" | "35" | "36"> = {
  FY335: routed([GONE]),
  FY336: fits({ paths: ["https://example.com/a"] }),
  FY337: fits({ hosts: ["*"] }),
  FY338: fits({ methods: ["get"] }),
  FY339: fits({ headers: { Host: ["example.com"] } }),
  FY340: fits({ query: { version: [""] } }),
  FY341: fits({ sources: ["10.0.0.1/8"] }),
  FY342: fits({ paths: ["/1", "/2", "/3", "/4", "/5", "/6"] }),
  FY343: fits({ paths: ["/*/*/*/*/*/*/*"] }),
  FY344: places({ paths: ["/a"], priority: 50_001 }),
  FY345: places({ paths: ["/a"], priority: 7 }, { paths: ["/b"], priority: 7 }),
  FY346: places({ paths: ["/a", "/b"] }, { paths: ["/b", "/a"] }),
  FY347: places({ paths: ["/a/*"], priority: 1 }, { paths: ["/a/b"] }),
  FY348: {
    ...places({ paths: ["/a"] }, { paths: ["/b"] }),
    quotas: { rulesPerLoadBalancer: 1 },
  },
  FY350: goes({ ...GONE, redirectTo: { host: "example.com" } }),
  FY351: weighs([1, 1, 1, 1, 1, 1]),
  FY352: weighs([1000, 1]),
  FY353: weighs([0, 0]),
  FY354: weighs([1, 2], { stickinessSec: 604_801 }),
  FY355: goes({ respond: { statusCode: 301 } }),
  FY356: goes({ respond: { statusCode: 200, contentType: "image/png" as "text/plain" } }),
  FY357: goes({ respond: { statusCode: 200, body: "ü".repeat(513) } }),
  FY358: goes({ redirectTo: { query: "a=b" } }),
  FY359: goes({ redirectTo: { path: "a" } }),
  FY360: bad((scope) => {
    const { listener, home } = httpsListener(scope);
    new HttpListener(scope, "Http", { loadBalancer: door(scope, home, {}, "Other"), redirectTo: listener });
  }),
  FY361: bad((scope) => {
    const home = network(scope);
    const http = new HttpListener(scope, "Http", { loadBalancer: door(scope, home) });
    http.route("Admin", { paths: ["/a"], ...GONE, signIn: cognito(pool) });
  }),
  FY362: asks({ sessionTimeoutSec: 0 }),
  FY363: asks({ onUnauthenticated: "maybe" as "deny" }),
  FY364: asks({ cookieName: "a b" }),
  FY365: asks({ userPoolArn: "us-east-1_abc" }),
  FY366: goes({ ...GONE, signIn: oidc({ ...provider, issuer: "id.example.com" }) }),
  FY367: goes({ ...GONE, signIn: oidc({ ...provider, clientSecret: "hunter2" }) }),
};
