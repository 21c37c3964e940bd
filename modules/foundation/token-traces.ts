import stackTrace = require("cdktf/lib/tokens/private/stack-trace");

/** Set to 1 to let CDKTF say in its errors where a token was created, at several times the synthesis time. */
export const TOKEN_TRACES = "FRONTYARD_TOKEN_TRACES";

/**
 * CDKTF records an unlimited stack trace for each token it makes, only to quote it in a few error messages; in a
 * stack of 2,000 resources that is most of the time spent. 0.21 has no setting for it, so the function is replaced;
 * CDK Terrain has one, read at each token.
 */
export function leaveOutTokenTraces(environment: NodeJS.ProcessEnv = process.env): void {
  if (environment[TOKEN_TRACES] === "1") return;
  stackTrace.captureStackTrace = () => [];
  environment["CDKTN_DISABLE_CREATION_STACK"] ??= "1";
}
