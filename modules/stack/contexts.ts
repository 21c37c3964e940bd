/** Set to "off" in an app's context, it leaves the judging to whoever synthesizes: `npm run check` reports all itself. */
export const TRAFFIC_CONTEXT = "frontyard:traffic";

/** Where an app says what its account was granted: `context` in cdktf.json, or of `new App`. */
export const QUOTAS_CONTEXT = "frontyard:quotas";
